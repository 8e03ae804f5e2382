import { deepEqual, formatPointer, getAt, isJsonObject, type JsonValue, parsePointer } from '@strata/json'
import {
  countOverrides,
  isBranch,
  type LayerValue,
  type LeafFacts,
  type LeafOutcome,
  leafFacts,
  placeIn,
  type Readings,
} from '@strata/layered-config'
import { differs, isStored, placesIn } from './differs.ts'
import { hideSecretsAt } from './hide-secrets.ts'
import type { ProvenanceQuestion } from './provenance-question.ts'

/** What a leaf is in one section, and where that comes from. Secrets that were typed are hidden. */
export interface LeafProvenance
  extends Pick<
    LeafFacts,
    'own' | 'chain' | 'readings' | 'without' | 'inherited' | 'isNoise' | 'isPin' | 'isWhole' | 'maskedBy'
  > {
  readonly kind: 'leaf'
  /** What it sets as stored; the same as `own` where nothing is unsaved. */
  readonly stored: JsonValue | undefined
  readonly isUnsaved: boolean
  /** The API's effective value where nodes read, or may read, something else; `value` is undefined where it has none. */
  readonly api: { readonly value: JsonValue | undefined } | undefined
  /** What will become of the unsaved leaf. */
  readonly outcome: LeafOutcome | undefined
  /** What colour means; see `differs`. */
  readonly differs: boolean
  /** It is kept only because that was asked for: it equals what it would inherit without it. */
  readonly isPinned: boolean
  /** For `default`: how many sections override it. */
  readonly overriddenBy: number
  /** Where nodes look for the key in this section instead of here; undefined: they look here. */
  readonly readAt: string | undefined
}

/** An object whose members are read one by one is as many leaves as it holds. */
export interface GroupProvenance extends Pick<LeafFacts, 'without'> {
  readonly kind: 'group'
  readonly set: number
  /** How many of its members are, or hold, what differs. */
  readonly differing: number
  readonly isUnsaved: boolean
}

export type Provenance = LeafProvenance | GroupProvenance

/**
 * Where the value at a pointer of a section comes from, as drafted: `leafFacts` with what the draft says of it.
 * - an object whose members KAZOO reads one by one is a group, unless it is empty; everything else is a leaf
 */
export function provenance(question: ProvenanceQuestion): Provenance {
  const { scope, pointer, stored, drafted, draft } = question
  const { section, readsMembers } = scope
  const facts = leafFacts({ category: drafted, reader: scope, pointer })
  const { own, inherited } = facts
  const before = getAt(stored.sections, formatPointer([section]) + pointer)
  const isUnsaved = !deepEqual(own, before)
  if (readsMembers(pointer) && [own, before, inherited?.value].some(isBranch)) {
    return {
      kind: 'group',
      set: leavesIn(own),
      differing: differingMembers(question),
      without: hideInReadings(pointer, facts.without),
      isUnsaved,
    }
  }
  const hide = (value: JsonValue | undefined) => (value === undefined ? undefined : hideSecretsAt(pointer, value))
  const hideIn = (layer: LayerValue) => ({ ...layer, value: hideSecretsAt(pointer, layer.value) })
  return {
    kind: 'leaf',
    own: hide(own),
    stored: hide(before),
    isUnsaved,
    chain: facts.chain.map(hideIn),
    readings: hideInReadings(pointer, facts.readings),
    without: hideInReadings(pointer, facts.without),
    isNoise: facts.isNoise,
    isPin: facts.isPin,
    differs: facts.differs && isStored(question),
    api: facts.isReadOtherwise ? { value: hide(facts.effective) } : undefined,
    inherited: inherited === undefined ? undefined : hideIn(inherited),
    outcome: draft.outcome(section, pointer),
    isPinned: draft.isPinned(section, pointer) && facts.maskedBy.length === 0 && deepEqual(own, inherited?.value),
    maskedBy: facts.maskedBy,
    overriddenBy: facts.overriddenBy.length,
    readAt: facts.isUnread ? placeIn(section, scope, pointer) : undefined,
    isWhole: facts.isWhole,
  }
}

/** Readings without secrets that were typed. */
export function hideInReadings(pointer: string, [first, ...others]: Readings): Readings {
  const hide = (reading: Readings[number]) =>
    reading.value === undefined ? reading : { ...reading, value: hideSecretsAt(pointer, reading.value) }
  return [hide(first), ...others.map(hide)]
}

function differingMembers(question: ProvenanceQuestion): number {
  const depth = parsePointer(question.pointer).length
  const found = placesIn(question).filter((pointer) => differs({ ...question, pointer }))
  return new Set(found.map((pointer) => parsePointer(pointer)[depth])).size
}

function leavesIn(own: JsonValue | undefined): number {
  return isJsonObject(own) ? countOverrides({ own }) : own === undefined ? 0 : 1
}
