import { isJsonObject, type JsonObject, setAt } from '@strata/json'
import { type Category, sectionValues } from './category.ts'
import { keyOfPlace, placeOfKey } from './default-key.ts'
import { leaves } from './leaves.ts'
import { readPointer } from './read-pointer.ts'
import { type Readings, readingsOf } from './readings.ts'
import { type SectionReader, sectionsBelow } from './section-reader.ts'

/** What the readers of a section have at a key, wherever that section stores it. */
export function readingsAtKey(category: Category, reader: SectionReader, key: string): Readings {
  return readingsOf({ category, reader, pointer: placeOfKey(reader.section, key) })
}

/** What the readers of a section have of all that is stored for them. */
export interface ReadKeys {
  /** What they have whatever their zone, as one object. */
  readonly sure: JsonObject
  /** The keys that depend on a zone that nobody knows. */
  readonly byZone: readonly { readonly key: string; readonly readings: Readings }[]
}

/**
 * All that a section and those below it store, as its readers have it.
 * - a key at which nothing is stored that they may read is left out: KAZOO's built-in value applies
 */
export function readKeys(category: Category, reader: SectionReader): ReadKeys {
  let sure: JsonObject = {}
  const byZone: { key: string; readings: Readings }[] = []
  for (const key of storedKeys(category, reader)) {
    const readings = readingsAtKey(category, reader, key)
    const [reading, ...others] = readings
    if (others.length > 0) byZone.push({ key, readings })
    else if (reading.layer !== 'built-in' && reading.value !== undefined) {
      const next = setAt(sure, key, reading.value)
      if (isJsonObject(next)) sure = next
    }
  }
  return { sure, byZone }
}

function storedKeys({ sections }: Category, reader: SectionReader): Set<string> {
  const { section, readsMembers, isDeclared } = reader
  return new Set(
    ['default', ...sectionsBelow(reader), section].flatMap((name) =>
      leaves(sectionValues(sections, name)).flatMap(({ pointer }) => {
        const key = keyOfPlace(name, pointer, isDeclared)
        return (key === undefined ? undefined : readPointer(key, readsMembers)) ?? []
      }),
    ),
  )
}
