import type { JsonValue } from '@strata/json'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
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
