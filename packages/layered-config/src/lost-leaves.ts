import { deepEqual, getAt, type JsonValue } from '@strata/json'
import { objectSections, type Sections } from './category.ts'
import { configWithDefaultSection } from './config-reads.ts'
import { documentDifference } from './config-writes.ts'
import { isBuiltIn, leafFacts } from './leaf-facts.ts'
import { isEmptyLeaf, maskingZones } from './masking-zones.ts'
import { type ReadCategory, readersOf } from './redundant-overrides.ts'
import type { SectionReader } from './section-reader.ts'
import { storedChanges } from './stored-changes.ts'

/** A stored leaf that `/v2` does not keep. The empty pointer is what is no section. */
export interface LostLeaf {
  readonly section: string
  readonly pointer: string
  readonly value: JsonValue
  /**
   * - `masked`: a node's value equals what it inherits over the API, but `zones`, in which it may be, say otherwise
   * - `schema-default`: it equals the schema default and nothing is stored for it below
   * - `inherited`: it equals what is inherited, and nothing in between says otherwise
   * - `empty`: `null` or an empty object
   * - `no-section`: it is not part of a section
   */
  readonly reason: 'masked' | 'schema-default' | 'inherited' | 'empty' | 'no-section'
  readonly zones: readonly string[]
}

/**
 * The stored leaves that go when another client reads the whole document over `/v2` and writes back what it read.
 * - sections that are left without leaves count for nothing
 * Such a client sees `default` effective and the other sections as stored, and the write keeps `documentDifference`.
 */
export function lostByWholeWrite(category: ReadCategory): LostLeaf[] {
  const sent = configWithDefaultSection(category)
  const kept = documentDifference({ ...category, sections: sent })
  const circumstances = { category, sections: objectSections(category.sections), readerOf: readersOf(category) }
  return storedChanges(category.sections, kept).flatMap(({ section, pointer, before, after }) =>
    before === undefined || after !== undefined || (pointer === '' && isEmptyLeaf(before))
      ? []
      : [{ section, pointer, value: before, ...reasonOf(circumstances, { section, pointer, value: before }) }],
  )
}

interface Circumstances {
  readonly category: ReadCategory
  readonly sections: Sections
  readonly readerOf: (section: string) => SectionReader
}

type LostPlace = Pick<LostLeaf, 'section' | 'pointer' | 'value'>

function reasonOf(
  { category, sections, readerOf }: Circumstances,
  leaf: LostPlace,
): Pick<LostLeaf, 'reason' | 'zones'> {
  const { section, pointer, value } = leaf
  if (!Object.hasOwn(sections, section)) return { reason: 'no-section', zones: [] }
  if (isEmptyLeaf(value)) return { reason: 'empty', zones: [] }
  const reader = readerOf(section)
  const zones = maskingZones(category, reader, leaf)
  if (zones.length > 0) return { reason: 'masked', zones }
  const isSchemaDefault = deepEqual(getAt(category.defaults, pointer), value)
  const isPin = isSchemaDefault && leafFacts({ category, reader, pointer }).below.every(isBuiltIn)
  return { reason: isPin ? 'schema-default' : 'inherited', zones: [] }
}
