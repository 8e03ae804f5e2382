import { deepEqual, getAt, type JsonObject, type JsonValue } from '@strata/json'
import { type Category, objectSections } from './category.ts'
import { isReadByNobody } from './default-key.ts'
import { type KnownNode, possibleZones, sectionZones, withSectionNodes } from './known-nodes.ts'
import type { ReadsMembers } from './read-pointer.ts'
import { runtimeLookup } from './runtime-lookup.ts'
import { sectionKind } from './section-name.ts'
import { sectionReads } from './section-reads.ts'

/** Overrides of one section are looked at so many at a time. */
const atOnce = 500

/** A stored value at a pointer that is read. */
export interface Override {
  readonly section: string
  readonly pointer: string
  readonly value: JsonValue
}

/** A category, who reads it, and how. */
export interface ReadCategory extends Category {
  readonly nodes: readonly KnownNode[]
  readonly readsMembers: ReadsMembers
}

/**
 * The overrides of zones and nodes that can go while every node, known or not, provably reads the same, in steps of one
 * section at most.
 * - what is stored below them says the same, for every zone that a node of unknown zone may be in
 * - any of them can go without the others, and all together
 */
export function redundantOverrides(category: ReadCategory): Generator<Override[]> {
  return overridesWhere(category, ({ value }, below) => below.every((stored) => deepEqual(stored, value)))
}

/**
 * The overrides equal to the schema default with nothing stored below them that a node could read instead. Such a pin
 * keeps KAZOO's code from using another built-in value, so removing it may change what nodes read. In steps of one section
 * at most.
 */
export function pinsOfSchemaDefaults(category: ReadCategory): Generator<Override[]> {
  return overridesWhere(
    category,
    ({ section, pointer, value }, below) =>
      !isReadByNobody(section, pointer) &&
      below.every((stored) => stored === undefined) &&
      deepEqual(getAt(category.defaults, pointer), value),
  )
}

/** What nodes would read without an override; one value for each zone that matters. */
type Below = readonly (JsonValue | undefined)[]

function* overridesWhere(
  category: ReadCategory,
  isMeant: (override: Override, below: Below) => boolean,
): Generator<Override[]> {
  const zones = sectionZones(category.sections)
  const nodes = new Map(withSectionNodes(category.nodes, category.sections).map((node) => [node.name, node]))
  for (const [section, values] of Object.entries(objectSections(category.sections))) {
    const node = nodes.get(section)
    const zonesBelow = node === undefined ? [undefined] : possibleZones(node, zones)
    const overrides = [...sectionReads(values, category.readsMembers)]
    for (let from = 0; from === 0 || from < overrides.length; from += atOnce) {
      yield overrides
        .slice(from, from + atOnce)
        .map(([pointer, value]) => ({ section, pointer, value }))
        .filter((override) => isMeant(override, belowOf(category.sections, override, zonesBelow)))
    }
  }
}

function belowOf(sections: JsonObject, { section, pointer }: Override, zones: readonly (string | undefined)[]): Below {
  if (sectionKind(section) === 'default') return [undefined]
  return zones.map((zone) => runtimeLookup(sections, { node: undefined, zone, pointer })?.value)
}
