import { deepEqual, formatPointer, type JsonObject, type JsonValue } from '@strata/json'
import {
  type Category,
  isGroup,
  leafFacts,
  mergeRecursive,
  type SectionReader,
  type Sections,
  sectionsBelow,
  sectionValues,
} from '@strata/layered-config'
import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FormScope } from '#web/components/schema-form/form-scope.tsx'
import { isWholeSecret } from '#web/components/schema-form/secret-marker.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import { heldValue } from './held-value.ts'
import type { Scope } from './use-scope.ts'

/** What a section stands on, without what it sets itself. */
export interface LayersBelow {
  /** The schema defaults, the sections that its readers may read below it, and what of its own hides them. */
  readonly around: Category
  /** What an unset field shows as inherited; a node's zone counts where it is known. */
  readonly inherited: JsonObject
}

/** Stays the same while the section is edited, so that nothing is drawn anew for it. */
export function useLayersBelow({ sections, defaults }: Category, scope: Scope): LayersBelow {
  const around = useSame(sectionsAround(sections, scope))
  return useMemo(() => {
    const known = sectionsBelow({ ...scope, zones: [scope.zone] })
    const layers = known.map((section) => sectionValues(around, section)).reverse()
    return { around: { sections: around, defaults }, inherited: mergeRecursive(defaults, ...layers) }
  }, [around, defaults, scope])
}

/** The sections below a reader's own, and of its own the outlines of the objects: they hide what lies below them. */
export function sectionsAround(sections: JsonObject, scope: SectionReader): Sections {
  const { section, isDeclared } = scope
  const below = sectionsBelow(scope).map((name): [string, JsonObject] => [name, sectionValues(sections, name)])
  const own = Object.entries(sectionValues(sections, section)).flatMap(([key, value]): [string, JsonValue][] => {
    // What a key that begins with `default` is read at is another field of the section of that name (`placeOfKey`).
    if (isDeclared(formatPointer(['default', key]))) return [[key, value]]
    return isGroup(value) ? [[key, outline(value)]] : []
  })
  return Object.fromEntries([...below, [section, Object.fromEntries(own)]])
}

function outline(value: JsonValue): JsonValue {
  return isGroup(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, outline(each)])) : true
}

/** The very object it was, as long as it says the same. */
function useSame(object: Sections): Sections {
  const [kept, setKept] = useState(object)
  const same = deepEqual(kept, object) ? kept : object
  if (same !== kept) setKept(same)
  return same
}

/**
 * What an unset field shows: the value that holds without it. From which layer is said once, beside the field.
 * - a schema default is what the schema says of KAZOO's built-in value, and marked so there
 */
export function usePlaceholder({ around: category }: LayersBelow, scope: Scope): FormScope['placeholder'] {
  const t = useTranslations('ladder.chain')
  const phrases = useReadingPhrases()
  return useCallback(
    (pointer: string, _: JsonValue | undefined, stated: JsonValue | undefined) => {
      const held = heldValue(leafFacts({ category, reader: scope, pointer }).without)
      if (held.kind === 'unknown') return { text: t('unknown', { readings: phrases.all(held.readings) }) }
      if (held.kind === 'not-read') return { text: t('hidden') }
      const value = held.value ?? stated
      if (value === undefined) return { text: t('builtIn') }
      return { value, text: isWholeSecret(value) ? `•••• ${phrases.value(value)}` : phrases.value(value) }
    },
    [category, scope, t, phrases],
  )
}
