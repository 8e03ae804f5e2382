import { deepEqual, getAt, type JsonObject } from '@strata/json'
import { placeOfKey, type Sections, sectionKind, sectionValues } from '@strata/layered-config'
import { fuzzyFilter } from '../filter/fuzzy-filter.ts'
import type { MatrixRow } from './matrix-rows.ts'
import type { MatrixSearch } from './routes.ts'

/**
 * The rows that the filter leaves in sight.
 * - `differing`: some zone or node stores something else than `default` does; nobody can read differently otherwise
 * - `set`: any section stores something
 * - a row fits by what is stored or by what the draft makes of it, so that none vanishes under the operator's hands
 */
export function filterRows(
  rows: readonly MatrixRow[],
  { q = '', only }: MatrixSearch,
  documents: readonly Sections[],
): readonly MatrixRow[] {
  const found = fuzzyFilter(
    rows.map(({ text }) => text),
    q,
  ).flatMap((index) => rows[index] ?? [])
  if (only === undefined) return found
  const fits = only === 'set' ? isSet : isDiffering
  return found.filter(({ pointer }) => documents.some((sections) => fits(sections, pointer)))
}

function isSet(sections: Sections, pointer: string): boolean {
  return Object.entries(sections).some(([name, values]) => getAt(values, placeOfKey(name, pointer)) !== undefined)
}

function isDiffering(sections: Sections, pointer: string): boolean {
  const shared = getAt(sectionValues(sections, 'default'), placeOfKey('default', pointer))
  return Object.entries(sections).some(
    ([name, values]) => sectionKind(name) !== 'default' && differs(values, pointer, shared),
  )
}

function differs(values: JsonObject, pointer: string, shared: ReturnType<typeof getAt>): boolean {
  const own = getAt(values, pointer)
  return own !== undefined && !deepEqual(own, shared)
}
