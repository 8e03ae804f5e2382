import { deepEqual, getAt, isJsonObject, type JsonObject } from '@strata/json'
import { sectionValues } from './category.ts'
import { type IsDeclared, keyOfPlace, placeOfKey } from './default-key.ts'
import { type KnownNode, possibleZones, sectionZones, withSectionNodes } from './known-nodes.ts'
import { type ReadsMembers, readPointer } from './read-pointer.ts'
import { type RuntimeAnswer, runtimeLookup } from './runtime-lookup.ts'
import { type StoredChange, storedChanges } from './stored-changes.ts'

/** A change of a document's sections, and who reads them. */
export interface RuntimeQuestions {
  readonly before: JsonObject
  readonly after: JsonObject
  /** Nodes with a section of their own count, too, whether they are among these or not. */
  readonly nodes: readonly KnownNode[]
  readonly readsMembers: ReadsMembers
  readonly isDeclared: IsDeclared
}

/** A node in a zone; without a name: every node of the zone that is not known. */
interface Placement {
  readonly node: string | undefined
  readonly zone: string | undefined
  readonly zoneIs: 'known' | 'supposed' | 'irrelevant'
}

/** What a placement reads before and after; undefined: nothing is stored, so KAZOO's built-in value applies. */
interface Transition {
  readonly before: RuntimeAnswer | undefined
  readonly after: RuntimeAnswer | undefined
  /** Why the value read stays the same; undefined where it does not. */
  readonly unchanged: 'masked' | 'same-value' | 'not-addressed' | undefined
}

/**
 * Nodes that read the same before and the same after.
 * - a node whose zone is not known stands in one group per zone that it may be in (`supposed`), unless all give the same
 *   (`irrelevant`)
 */
export interface EffectGroup extends Transition {
  /** Undefined: none that has a section. */
  readonly zone: string | undefined
  readonly zoneIs: Placement['zoneIs']
  /** Sorted. */
  readonly nodes: readonly string[]
  /** Every node of the zone that is not known is meant, too. */
  readonly others: boolean
}

/** What a change does to what nodes read at one key. */
export interface RuntimeEffect {
  /** The key as the schema spells it, which is where zones and nodes store it. */
  readonly pointer: string
  /** Whether an object is read here in one, so that the highest layer hides the others. */
  readonly isWhole: boolean
  readonly groups: readonly EffectGroup[]
}

/**
 * What a change of sections does to what nodes read (`runtimeLookup`), for each key that the change touches, one by one.
 * - what is stored at the place of an object whose members are read one by one is read by nobody
 * - the value counts: a node that reads the same from another layer reads the same
 */
export function* runtimeEffects(questions: RuntimeQuestions): Generator<RuntimeEffect> {
  const { before, after } = questions
  const zones = sectionZones(before, after)
  const nodes = withSectionNodes(questions.nodes, before, after)
  const changes = storedChanges(before, after)
  const changed = [...new Set(changes.map(({ section }) => section))]
  for (const [pointer, isWhole] of byReadPointer(changes, questions)) {
    const read = transitionReader({ before, after, changed }, pointer)
    const placements = [...others(zones), ...nodes.flatMap((node) => placementsOf(node, zones, read))]
    yield { pointer, isWhole, groups: grouped(placements, read) }
  }
}

/** The keys, sorted, at which changed leaves are read, and whether that is inside an object. */
function byReadPointer(
  changes: readonly StoredChange[],
  { readsMembers, isDeclared }: Pick<RuntimeQuestions, 'readsMembers' | 'isDeclared'>,
): Map<string, boolean> {
  const pointers = new Map<string, boolean>()
  for (const { section, pointer, before, after } of changes) {
    const key = keyOfPlace(section, pointer, isDeclared)
    const read = key === undefined ? undefined : readPointer(key, readsMembers)
    if (read === undefined) continue
    const isWhole = read !== key || isJsonObject(before) || isJsonObject(after)
    pointers.set(read, isWhole || pointers.get(read) === true)
  }
  return new Map([...pointers].sort(([a], [b]) => (a < b ? -1 : 1)))
}

interface ChangedSections extends Pick<RuntimeQuestions, 'before' | 'after'> {
  readonly changed: readonly string[]
}

type Read = (placement: Pick<Placement, 'node' | 'zone'>) => Transition

/** Nodes without a section of their own share what their zone gives, so it is looked up once. */
function transitionReader({ before, after, changed: sections }: ChangedSections, pointer: string): Read {
  const changed = new Set(
    sections.filter((name) => {
      const [was, is] = [before, after].map((each) => getAt(sectionValues(each, name), placeOfKey(name, pointer)))
      return !deepEqual(was, is)
    }),
  )
  const shared = new Map<string | undefined, Transition>()
  return ({ node, zone }) => {
    const stands = node !== undefined && [before, after].some((sections) => Object.hasOwn(sections, node))
    const known = stands ? undefined : shared.get(zone)
    if (known !== undefined) return known
    const made = transition({ before, after }, { node: stands ? node : undefined, zone, pointer }, changed)
    if (!stands) shared.set(zone, made)
    return made
  }
}

function transition(
  documents: { before: JsonObject; after: JsonObject },
  { node, zone, pointer }: { node: string | undefined; zone: string | undefined; pointer: string },
  changed: ReadonlySet<string>,
): Transition {
  const before = runtimeLookup(documents.before, { node, zone, pointer })
  const after = runtimeLookup(documents.after, { node, zone, pointer })
  if (!deepEqual(before?.value, after?.value)) return { before, after, unchanged: undefined }
  const sections = { node, zone, default: 'default' }
  const answering = [before, after].map((answer) => answer && sections[answer.answeredBy])
  if (answering.some((name) => name !== undefined && changed.has(name))) {
    return { before, after, unchanged: 'same-value' }
  }
  const isAddressed = Object.values(sections).some((name) => name !== undefined && changed.has(name))
  return { before, after, unchanged: isAddressed ? 'masked' : 'not-addressed' }
}

function others(zones: readonly string[]): Placement[] {
  return [undefined, ...zones].map((zone) => ({ node: undefined, zone, zoneIs: 'known' }))
}

function placementsOf(node: KnownNode, zones: readonly string[], read: Read): Placement[] {
  const supposed = possibleZones(node, zones).map((zone) => ({ node: node.name, zone }))
  if (node.zone !== undefined) return supposed.map((placement) => ({ ...placement, zoneIs: 'known' }))
  const [first, ...more] = supposed
  if (first === undefined) return []
  const isSame = more.every((placement) => areSame(read(first), read(placement)))
  return isSame
    ? [{ ...first, zoneIs: 'irrelevant' }]
    : supposed.map((placement) => ({ ...placement, zoneIs: 'supposed' }))
}

function areSame(a: Transition, b: Transition): boolean {
  return areSameAnswer(a.before, b.before) && areSameAnswer(a.after, b.after)
}

function areSameAnswer(a: RuntimeAnswer | undefined, b: RuntimeAnswer | undefined): boolean {
  return a?.answeredBy === b?.answeredBy && deepEqual(a?.value, b?.value)
}

function grouped(placements: readonly Placement[], read: Read): EffectGroup[] {
  const groups = new Map<string, { first: Placement; made: Transition; members: Placement[] }>()
  const keys = new Map<Transition, string>()
  for (const placement of placements) {
    const made = read(placement)
    const says = keys.get(made) ?? JSON.stringify([made.unchanged ?? null, made.before ?? null, made.after ?? null])
    keys.set(made, says)
    const key = JSON.stringify([placement.zone ?? null, placement.zoneIs, says])
    const group = groups.get(key) ?? { first: placement, made, members: [] }
    group.members.push(placement)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ first: { zone, zoneIs }, made, members }) => ({
    ...made,
    zone,
    zoneIs,
    nodes: members.flatMap(({ node }) => node ?? []),
    others: members.some(({ node }) => node === undefined),
  }))
}
