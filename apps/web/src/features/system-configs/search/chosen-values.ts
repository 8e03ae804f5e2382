import { isWholeSecret } from '#web/components/schema-form/secret-marker.ts'
import { type SearchEntry, type Setting, typeOf } from './search-entry.ts'
import type { SearchHit } from './search-hit.ts'

/** A stored value that a search found and that may be chosen. */
export interface ChosenValue {
  /** The same as long as the value is stored there. */
  readonly id: string
  readonly entry: SearchEntry
  readonly setting: Setting
}

/** What can be chosen of a hit: the stored values that the search is about. */
export function valuesOf({ entry, settings }: SearchHit): ChosenValue[] {
  return settings.map((setting) => ({
    id: JSON.stringify([entry.category, setting.section, setting.pointer]),
    entry,
    setting,
  }))
}

/** How one new value for all is asked for. */
export type ValueKind = 'boolean' | 'integer' | 'number' | 'string'

const kinds: readonly ValueKind[] = ['boolean', 'integer', 'number', 'string']

/** The kind of value that all of them take, that of what is stored first; undefined where there is none. */
export function commonKind(chosen: readonly ChosenValue[]): ValueKind | undefined {
  const shared = kinds.filter((kind) => chosen.every((value) => takes(value, kind)))
  return shared.find((kind) => chosen.some(({ setting }) => typeOf(setting.value) === kind)) ?? shared[0]
}

function takes({ entry, setting }: ChosenValue, kind: ValueKind): boolean {
  const known = entry.types.filter((type) => type !== '')
  const types = known.length > 0 ? known : [typeOf(setting.value)]
  return types.includes(kind) || (kind === 'integer' && types.includes('number'))
}

/** Whether nothing of it is known here but that it is set. */
export function isHidden({ entry, setting }: ChosenValue): boolean {
  return entry.isSecret || isWholeSecret(setting.value)
}
