import type { JsonValue } from '@strata/json'
import { readingsOf } from '@strata/layered-config'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { FormScope } from '#web/components/schema-form/form-scope.tsx'
import { isWholeSecret } from '#web/components/schema-form/secret-marker.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import type { Ground } from './use-ground.ts'
import type { Scope } from './use-scope.ts'

/**
 * What an unset field shows: what nodes read without it, and from which layer.
 * - a schema default is what the schema says of KAZOO's built-in value, never the value that nodes use
 */
export function usePlaceholder({ category }: Ground, scope: Scope): FormScope['placeholder'] {
  const t = useTranslations('systemConfigs.placeholder')
  const phrases = useReadingPhrases()
  return useCallback(
    (pointer: string, _: JsonValue | undefined, stated: JsonValue | undefined) => {
      const readings = readingsOf({ category, reader: scope, pointer })
      const [reading] = readings
      if (readings.length > 1) return t('unknown', { readings: phrases.all(readings) })
      if (reading.layer !== 'built-in') {
        if (reading.value === undefined) return t('hidden', { layer: phrases.layer(reading) })
        return t(isWholeSecret(reading.value) ? 'secret' : 'from', {
          value: phrases.value(reading.value),
          layer: phrases.layer(reading),
        })
      }
      const says = reading.value ?? stated
      return says === undefined ? t('builtIn') : t('builtInSays', { value: phrases.value(says) })
    },
    [category, scope, t, phrases],
  )
}
