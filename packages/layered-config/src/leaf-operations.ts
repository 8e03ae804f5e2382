import {
  deepEqual,
  formatPointer,
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parsePointer,
  removeAt,
  setAt,
} from '@strata/json'
import { type Category, objectSections, sectionLayers, sectionValues } from './category.ts'
import { placeOfKey } from './default-key.ts'
import { effectiveAt } from './effective-at.ts'
import { isBranch, member } from './leaf.ts'
import { isSectionName, type SectionKind, sectionKind } from './section-name.ts'

/** One change of one leaf of one section. The empty pointer addresses the whole section. */
export type LeafOperation =
  | {
      readonly section: string
      readonly pointer: string
      readonly op: 'set'
      readonly value: JsonValue
      /** Keep although it equals what is inherited. */
      readonly pin?: boolean
    }
  | { readonly section: string; readonly pointer: string; readonly op: 'remove' }

/**
 * - `stored`: the leaf now holds the value, and did not before
 * - `removed`: it was there and is gone
 * - `dropped-as-inherited`: it was set to what it inherits, so nothing is stored there
 * - `unchanged`: the document already said so
 */
export type LeafOutcome = 'stored' | 'removed' | 'dropped-as-inherited' | 'unchanged'

type SetOperation = Extract<LeafOperation, { op: 'set' }>

interface Step {
  readonly sections: JsonObject
  readonly outcome: LeafOutcome
}

/**
 * The sections after the operations, and what became of each operation, in the order given.
 * - leaves that no operation names stay as they are stored, also those that equal what they inherit
 * - a leaf set to exactly what it inherits is removed, unless it is pinned
 * - a node's leaf is kept even so while any zone section stores something else for it (the same leaf, an object there,
 *   or a scalar above it): the node would read the zone's value, and no document says which zone a node is in
 * - so is a zone's or node's leaf that nodes would look for elsewhere in `default` (`placeOfKey`)
 * - operations on `default` count first, then zones, then nodes: "inherits" means from the document as it will be
 * - the empty pointer stores the value as the whole section (`{}` adds one), or drops the section
 * - parents emptied by a removal go too, the section itself stays
 * Throws `SyntaxError` for a malformed pointer, `RangeError` for a name no section may have, a section that is not an
 * object, and a pointer into a list: lists are set as a whole. Changes neither argument.
 */
export function applyLeafOperations(category: Category, operations: readonly LeafOperation[]): AppliedOperations {
  const work = leafOperationSteps(category, operations)
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value
}

export interface AppliedOperations {
  readonly sections: JsonObject
  readonly outcomes: LeafOutcome[]
}

/** As `applyLeafOperations`, one operation a step: each looks at the whole category, and there may be many. */
export function* leafOperationSteps(
  category: Category,
  operations: readonly LeafOperation[],
): Generator<undefined, AppliedOperations> {
  const ordered = operations
    .map((operation, index) => ({ operation, index }))
    .sort((a, b) => precedence[sectionKind(a.operation.section)] - precedence[sectionKind(b.operation.section)])
  const outcomes = operations.map((): LeafOutcome => 'unchanged')
  let sections = category.sections
  for (const { operation, index } of ordered) {
    const step = applyOne({ sections, defaults: category.defaults }, operation)
    sections = step.sections
    outcomes[index] = step.outcome
    yield
  }
  return { sections, outcomes }
}

const precedence = { default: 0, zone: 1, node: 2 } satisfies Record<SectionKind, number>

function applyOne(category: Category, operation: LeafOperation): Step {
  const { section, pointer } = operation
  assertNotInList(category, section, pointer)
  if (operation.op === 'remove') return remove(category.sections, section, pointer)
  if (!isSectionName(section)) throw new RangeError(`no section may be called "${section}"`)
  if (operation.pin === true) return set(category.sections, operation)
  const removed = remove(category.sections, section, pointer)
  if (!isInherited({ ...category, sections: removed.sections }, operation)) return set(category.sections, operation)
  return { ...removed, outcome: 'dropped-as-inherited' }
}

/** Whether the document without the leaf says the same as with it, for whichever zone the section's node is in. */
function isInherited(without: Category, { section, pointer, value }: SetOperation): boolean {
  if (pointer === '' || !deepEqual(effectiveAt(sectionLayers(without, section), pointer), value)) return false
  if (!isReadAlike(without.sections, { section, pointer, value })) return false
  return sectionKind(section) !== 'node' || zonesSayingOtherwise(without.sections, pointer, value).length === 0
}

/** Whether nodes find the value of a zone or node in `default` where the API does. They may be asking elsewhere there. */
function isReadAlike(sections: JsonObject, { section, pointer, value }: Omit<SetOperation, 'op'>): boolean {
  const place = placeOfKey('default', pointer)
  return (
    section === 'default' || place === pointer || deepEqual(getAt(sectionValues(sections, 'default'), place), value)
  )
}

/** The zone sections that store something else for a leaf: the leaf itself, an object there, or a scalar above it. */
export function zonesSayingOtherwise(sections: JsonObject, pointer: string, value: JsonValue): string[] {
  const tokens = parsePointer(pointer)
  return Object.entries(objectSections(sections)).flatMap(([name, values]) =>
    sectionKind(name) === 'zone' && saysOtherwise(values, tokens, value) ? [name] : [],
  )
}

function saysOtherwise(stored: JsonValue, tokens: readonly string[], value: JsonValue): boolean {
  const [token, ...rest] = tokens
  if (token === undefined) return !deepEqual(stored, value)
  if (!isJsonObject(stored)) return true
  const next = member(stored, token)
  return next !== undefined && saysOtherwise(next, rest, value)
}

function remove(sections: JsonObject, section: string, pointer: string): Step {
  const path = formatPointer([section]) + pointer
  if (getAt(sections, path) === undefined) return { sections, outcome: 'unchanged' }
  const pruned = withoutEmptied(removeAt(sections, path), parsePointer(path).slice(0, -1))
  return { sections: isJsonObject(pruned) ? pruned : {}, outcome: 'removed' }
}

/** Removes the objects along a path that are empty now, innermost first, down to the section. */
function withoutEmptied(sections: JsonValue | undefined, tokens: readonly string[]): JsonValue | undefined {
  const path = formatPointer(tokens)
  if (tokens.length < 2 || isBranch(getAt(sections, path))) return sections
  return withoutEmptied(removeAt(sections, path), tokens.slice(0, -1))
}

function set(sections: JsonObject, { section, pointer, value }: SetOperation): Step {
  const values = setAt(sectionValues(sections, section), pointer, value)
  if (!isJsonObject(values)) throw new RangeError(`section "${section}" must be an object`)
  if (deepEqual(getAt(member(sections, section), pointer), value)) return { sections, outcome: 'unchanged' }
  return { sections: { ...sections, [section]: values }, outcome: 'stored' }
}

function assertNotInList(category: Category, section: string, pointer: string): void {
  const tokens = parsePointer(pointer)
  const layers = sectionLayers(category, section)
  const list = tokens
    .map((_, depth) => formatPointer(tokens.slice(0, depth)))
    .slice(1)
    .find((parent) => Array.isArray(effectiveAt(layers, parent)))
  if (list !== undefined) throw new RangeError(`${pointer} points into the list at ${list}: set the whole list`)
}
