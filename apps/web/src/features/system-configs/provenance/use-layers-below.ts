import { deepEqual, type JsonObject, type JsonValue } from '@strata/json'
import { type Category, mergeRecursive, readingsOf, sectionsBelow, sectionValues } from '@strata/layered-config'
import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FormScope } from '#web/components/schema-form/form-scope.tsx'
import { isWholeSecret } from '#web/components/schema-form/secret-marker.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import type { Scope } from './use-scope.ts'

/** What a section stands on, without what it sets itself. */
export interface LayersBelow {
  /** The schema defaults, and the sections that its readers may read below it. */
  readonly category: Category
  /** What an unset field shows as inherited; a node's zone counts where it is known. */
  readonly inherited: JsonObject
}

/** Stays the same while the section is edited, so that nothing is drawn anew for it. */
export function useLayersBelow({ sections, defaults }: Category, scope: Scope): LayersBelow {
  const below = useSame(
    Object.fromEntries(sectionsBelow(scope).map((section) => [section, sectionValues(sections, section)])),
  )
  return useMemo(() => {
    const known = sectionsBelow({ ...scope, zones: [scope.zone] })
    const layers = known.map((section) => sectionValues(below, section)).reverse()
    return { category: { sections: below, defaults }, inherited: mergeRecursive(defaults, ...layers) }
  }, [below, defaults, scope])
}

/** The very object it was, as long as it says the same. */
function useSame(object: JsonObject): JsonObject {
  const [kept, setKept] = useState(object)
  const same = deepEqual(kept, object) ? kept : object
  if (same !== kept) setKept(same)
  return same
}

/**
 * What an unset field shows: what nodes read without it, and from which layer.
 * - a schema default is what the schema says of KAZOO's built-in value, never the value that nodes use
 */
export function usePlaceholder({ category }: LayersBelow, scope: Scope): FormScope['placeholder'] {
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
