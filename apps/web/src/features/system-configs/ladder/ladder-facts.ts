import { getAt, type JsonValue } from '@strata/json'
import {
  type Category,
  changeZoneInstead,
  type LayerName,
  type LeafOperation,
  leafFacts,
  moveZoneValue,
  placeIn,
  type Readings,
  readPointer,
  sectionKind,
  sectionReaders,
  sectionsBelow,
  sectionValues,
  sectionZones,
} from '@strata/layered-config'
import { hideInReadings, type LeafProvenance } from '../provenance/field-provenance.ts'
import { hideSecretsAt } from '../provenance/hide-secrets.ts'
import type { Scope } from '../provenance/use-scope.ts'

/** A key of a section, in a category. */
export interface LadderQuestion {
  readonly category: Category
  readonly scope: Scope
  readonly pointer: string
}

/** One layer of the ladder. Secrets that were typed are hidden. */
export interface Rung {
  readonly layer: LayerName
  /** The section's name; empty for the schema. */
  readonly section: string
  /** Where the section stores it. */
  readonly pointer: string
  readonly value: JsonValue | undefined
  /** Whether it is what nodes read; `perhaps` where that depends on a zone that nobody knows. */
  readonly inForce: boolean | 'perhaps'
  /** What the readers of its section read once it is removed there; undefined where there is nothing to remove. */
  readonly removal: Readings | undefined
}

/**
 * The layers that readers of a section read, highest first, those that say nothing included.
 * - where nobody knows the zone: of the zones only those that say something
 */
export function rungsOf(question: LadderQuestion, { readings }: Pick<LeafProvenance, 'readings'>): Rung[] {
  const { category, scope, pointer } = question
  const below = sectionsBelow(scope).filter(
    (section) =>
      section === 'default' ||
      scope.zone !== undefined ||
      at(category, section, placeIn(section, scope, pointer)) !== undefined,
  )
  const stored = [...new Set([scope.section, ...below])].map((section): Rung => {
    const place = placeIn(section, scope, pointer)
    const value = at(category, section, place)
    const answers = readings.some((reading) => reading.layer !== 'built-in' && reading.section === section)
    return {
      layer: sectionKind(section),
      section,
      pointer: place,
      value: value === undefined ? undefined : hideSecretsAt(pointer, value),
      inForce: answers && readings.length > 1 ? 'perhaps' : answers,
      removal: value === undefined ? undefined : removalOf(question, section, place),
    }
  })
  const says = getAt(category.defaults, pointer)
  return [...stored, { layer: 'schema', section: '', pointer, value: says, inForce: false, removal: undefined }]
}

function removalOf({ category, scope }: LadderQuestion, section: string, pointer: string): Rung['removal'] {
  const reader = sectionReaders({ nodes: scope.nodes, zones: sectionZones(category.sections) }, scope)(section)
  return hideInReadings(pointer, leafFacts({ category, reader, pointer }).without)
}

/** A way to have the same value without an override that the next write over `/v2` drops. */
export interface WayOut {
  readonly way: 'change' | 'move'
  readonly zone: string
  /** What the zone is changed to, or what is moved out of it. */
  readonly value: JsonValue
  readonly operations: readonly LeafOperation[]
  /** The nodes that are given the zone's value. */
  readonly nodes: readonly string[]
}

/**
 * The ways out of a masked override.
 * - only where one zone says otherwise, and only for what is read by itself
 * - the zone's value moves only where the node is known to be in the zone, and another node is known there
 * - a secret is never copied: the browser does not have it
 */
export function waysOut({ category, scope, pointer }: LadderQuestion, { maskedBy }: LeafProvenance): WayOut[] {
  const [zone, ...more] = maskedBy
  if (zone === undefined || more.length > 0 || readPointer(pointer, scope.readsMembers) !== pointer) return []
  const [own, moved] = [at(category, scope.section, pointer), at(category, zone, pointer)]
  if (own === undefined || moved === undefined) return []
  const others = otherNodes(scope, zone)
  const masked = { sections: category.sections, node: scope.section, zone, pointer }
  const ways = [
    { way: 'change' as const, value: own, operations: changeZoneInstead(masked) },
    { way: 'move' as const, value: moved, operations: moveZoneValue({ ...masked, others }) },
  ]
  return ways
    .filter(({ way, operations }) => (way === 'change' || others.length > 0) && !operations.some(copiesSecret))
    .map(({ way, value, operations }) => ({
      way,
      zone,
      value: hideSecretsAt(pointer, value),
      operations,
      nodes: operations.filter(({ op, section }) => op === 'set' && section !== zone).map(({ section }) => section),
    }))
}

/** The nodes that are known to be in a zone together with the section's own node. */
export function otherNodes({ section, zone: own, nodes }: Scope, zone: string): string[] {
  if (own !== zone) return []
  return nodes.filter((node) => node.zone === zone && node.name !== section).map(({ name }) => name)
}

/** What an override elsewhere begins as where that section's form has no place for the key yet; undefined: it has one. */
export function placeFor({ category, scope, pointer }: LadderQuestion, section: string): LeafOperation | undefined {
  const place = placeIn(section, scope, pointer)
  const value = [scope.section, ...sectionsBelow(scope)]
    .map((name) => at(category, name, placeIn(name, scope, pointer)))
    .find((found) => found !== undefined)
  if (value === undefined || scope.isDeclared(place) || at(category, section, place) !== undefined) return undefined
  const operation = { section, pointer: place, op: 'set', value } as const
  return copiesSecret(operation) ? undefined : operation
}

function copiesSecret(operation: LeafOperation): boolean {
  return operation.op === 'set' && JSON.stringify(operation.value).includes('"$secret"')
}

function at({ sections }: Category, section: string, pointer: string): JsonValue | undefined {
  return getAt(sectionValues(sections, section), pointer)
}
