import { deepEqual, getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { type Category, objectSections, type Sections, sectionValues } from './category.ts'
import { configWithDefaultSection } from './config-reads.ts'
import { documentDifference } from './config-writes.ts'
import { type KnownNode, possibleZones, sectionZones } from './known-nodes.ts'
import { isBranch } from './leaf.ts'
import { zonesSayingOtherwise } from './leaf-operations.ts'
import { runtimeLookup } from './runtime-lookup.ts'
import { sectionKind } from './section-name.ts'
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
export function lostByWholeWrite(category: Category, nodes: readonly KnownNode[]): LostLeaf[] {
  const sent = configWithDefaultSection(category)
  const kept = documentDifference({ ...category, sections: sent })
  const sections = objectSections(category.sections)
  const circumstances: Circumstances = {
    category,
    sections,
    zones: Object.fromEntries(sectionZones(sections).map((zone) => [zone, sectionValues(sections, zone)])),
    nodes: new Map(nodes.map((node) => [node.name, node])),
  }
  return storedChanges(category.sections, kept).flatMap(({ section, pointer, before, after }) =>
    before === undefined || after !== undefined || (pointer === '' && isEmptyObject(before))
      ? []
      : [{ section, pointer, value: before, ...reasonOf(circumstances, { section, pointer, value: before }) }],
  )
}

interface Circumstances {
  readonly category: Category
  readonly sections: Sections
  /** The sections of zones alone. */
  readonly zones: Sections
  readonly nodes: ReadonlyMap<string, KnownNode>
}

type Place = Pick<LostLeaf, 'section' | 'pointer' | 'value'>

function reasonOf(circumstances: Circumstances, place: Place): Pick<LostLeaf, 'reason' | 'zones'> {
  const { category, sections } = circumstances
  const { section, pointer, value } = place
  if (!Object.hasOwn(sections, section)) return { reason: 'no-section', zones: [] }
  if (value === null || isEmptyObject(value)) return { reason: 'empty', zones: [] }
  const zones = maskingZones(circumstances, place)
  if (zones.length > 0) return { reason: 'masked', zones }
  const isPin = deepEqual(getAt(category.defaults, pointer), value) && !isStoredBelow(sections, section, pointer)
  return { reason: isPin ? 'schema-default' : 'inherited', zones: [] }
}

/** Zones that a node may be in and that store something else than its value. */
function maskingZones({ zones, nodes }: Circumstances, { section, pointer, value }: Place): string[] {
  if (sectionKind(section) !== 'node') return []
  const possible = possibleZones(nodes.get(section) ?? { name: section, zone: undefined }, Object.keys(zones))
  return zonesSayingOtherwise(zones, pointer, value).filter((zone) => possible.includes(zone))
}

function isEmptyObject(value: JsonValue): boolean {
  return isJsonObject(value) && !isBranch(value)
}

function isStoredBelow(sections: JsonObject, section: string, pointer: string): boolean {
  return section !== 'default' && runtimeLookup(sections, { node: 'default', pointer }) !== undefined
}
