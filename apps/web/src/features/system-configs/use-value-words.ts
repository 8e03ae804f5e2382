import type { JsonValue } from '@strata/json'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { LayerName } from './field-provenance.ts'
import { valueText } from './value-text.ts'

/** Values in a few words of the operator's language; `longest` is how many characters they may take. */
export function useValueText(longest?: number): (value: JsonValue) => string {
  const t = useTranslations('systemConfigs.values')
  return useCallback(
    (value) =>
      valueText(
        value,
        {
          on: t('on'),
          off: t('off'),
          emptyText: t('emptyText'),
          emptyList: t('emptyList'),
          emptyGroup: t('emptyGroup'),
        },
        longest,
      ),
    [t, longest],
  )
}

/** What a layer is called; a zone and a node by name. */
export function useLayerText(): (layer: LayerName) => string {
  const t = useTranslations('systemConfigs.layers')
  return useCallback((layer) => (layer === 'schema' || layer === 'default' ? t(layer) : layer), [t])
}
