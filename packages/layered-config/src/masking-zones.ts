import { getAt, isJsonObject, type JsonValue } from '@strata/json'
import { type Category, sectionValues } from './category.ts'
import { inheritedByWholeWrite } from './config-writes.ts'
import { diff } from './diff.ts'
import { underFirstKey } from './effective-at.ts'
import { isBranch } from './leaf.ts'
import { zonesSayingOtherwise } from './leaf-operations.ts'
import { type Leaf, leaves } from './leaves.ts'
import type { LeafQuestion } from './readings.ts'
import type { SectionReader } from './section-reader.ts'

/** The zones that say otherwise where the next write of the whole document over `/v2` drops a node's value, or a part of it. */
export function maskedBy(question: LeafQuestion): string[] {
  const { category, reader } = question
  return [...new Set(lostLeaves(question).flatMap((leaf) => maskingZones(category, reader, leaf)))]
}

/**
 * The zones that a node may be in and that say otherwise than a leaf which a write over `/v2` drops: the node then reads
 * its zone's value.
 */
export function maskingZones(
  { sections }: Category,
  { kind, zones }: SectionReader,
  { pointer, value }: Leaf,
): string[] {
  if (kind !== 'node' || isEmptyLeaf(value)) return []
  const possible = zones.filter((zone) => zone !== undefined).map((zone) => [zone, sectionValues(sections, zone)])
  return zonesSayingOtherwise(Object.fromEntries(possible), pointer, value)
}

/** Whether a leaf is stored and says nothing to the API. */
export function isEmptyLeaf(value: JsonValue): boolean {
  return value === null || (isJsonObject(value) && Object.keys(value).length === 0)
}

/** A node's leaves at and below a pointer that the next write of the whole document over `/v2` drops. */
function lostLeaves({ category, reader, pointer }: LeafQuestion): Leaf[] {
  const own = getAt(sectionValues(category.sections, reader.section), pointer)
  if (own === undefined || reader.kind !== 'node') return []
  const defaults = underFirstKey(category.defaults, pointer)
  const shared = underFirstKey(sectionValues(category.sections, 'default'), pointer)
  const values = underFirstKey(sectionValues(category.sections, reader.section), pointer)
  const kept = diff(values, inheritedByWholeWrite(defaults, shared))
  return (isBranch(own) ? leaves(own) : [{ pointer: '', value: own }])
    .map((leaf) => ({ ...leaf, pointer: pointer + leaf.pointer }))
    .filter((leaf) => !isEmptyLeaf(leaf.value) && getAt(kept, leaf.pointer) === undefined)
}
