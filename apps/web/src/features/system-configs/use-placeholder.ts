import { getAt, type JsonValue } from '@strata/json'
import { type Category, sectionKind, sectionLayers } from '@strata/layered-config'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { FormScope } from '#web/components/schema-form/form-scope.tsx'
import { isSecretMarker } from '#web/components/schema-form/secret-marker.ts'
import { useLayerText, useValueText } from './use-value-words.ts'

/**
 * What an unset field shows: the inherited value and the layer it comes from.
 * - a schema default is what the schema says of KAZOO's built-in value, never the value that nodes use
 */
export function usePlaceholder(category: Category, section: string): FormScope['placeholder'] {
  const t = useTranslations('systemConfigs.placeholder')
  const text = useValueText()
  const layerText = useLayerText()
  return useCallback(
    (pointer: string, inherited: JsonValue | undefined, stated: JsonValue | undefined) => {
      const fromDefault =
        sectionKind(section) === 'default' ? undefined : getAt(sharedValues(category, section), pointer)
      if (fromDefault !== undefined && inherited !== undefined) {
        const layer = layerText('default')
        return t(isSecretMarker(inherited) ? 'secret' : 'from', { value: text(inherited), layer })
      }
      const says = inherited ?? stated
      return says === undefined ? t('builtIn') : t('builtInSays', { value: text(says) })
    },
    [category, section, t, text, layerText],
  )
}

function sharedValues(category: Category, section: string) {
  return sectionLayers(category, section).find(({ name }) => name === 'default')?.values
}
