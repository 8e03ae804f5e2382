import { deepEqual, formatPointer, getAt, isJsonObject, type JsonValue } from '@strata/json'
import {
  type Category,
  inspect,
  isReadByNobody,
  type Layer,
  type LeafOutcome,
  readPointer,
  type SectionKind,
  sectionKind,
  sectionLayers,
} from '@strata/layered-config'
import { isSecretMarker } from '#web/components/schema-form/secret-marker.ts'
import type { DraftedCategory } from '../draft/category-draft.ts'
import { maskingZones } from '../ladder/masking-zones.ts'
import { overridingSections } from '../ladder/overriding-sections.ts'
import { hideInReadings, isSame, type Reading, type Readings, readingsOf } from '../ladder/reading.ts'
import { keyIn, placeIn, type Scope, sectionsBelow } from '../ladder/scope.ts'
import { withoutLeaf } from '../ladder/without-leaf.ts'
import { hideSecretsAt } from './hide-secrets.ts'
import { overridesIn } from './overrides-of.ts'

export type LayerName = 'schema' | SectionKind

/** What one layer says of a leaf. */
export interface LayerValue {
  readonly layer: LayerName
  /** The section's name; that of the schema's layer is empty. */
  readonly section: string
  readonly value: JsonValue
}

/** What a leaf is in one section, and where that comes from. Secrets that were typed are hidden. */
export interface LeafProvenance {
  readonly kind: 'leaf'
  /** What the section sets, in the draft. */
  readonly own: JsonValue | undefined
  /** What it sets as stored; the same as `own` where nothing is unsaved. */
  readonly stored: JsonValue | undefined
  readonly isUnsaved: boolean
  /** Every layer that says something, highest first; all zones that do where the node's zone is not known. */
  readonly chain: readonly LayerValue[]
  /** What nodes read. */
  readonly readings: Readings
  /** What they would read if the section did not set it. */
  readonly without: Readings
  /** It is set here to what nodes would read anyway. */
  readonly isInherited: boolean
  /** The API's effective value where nodes read, or may read, something else; `value` is undefined where it has none. */
  readonly api: { readonly value: JsonValue | undefined } | undefined
  /** What the API has the section inherit. */
  readonly inherited: LayerValue | undefined
  /** What will become of the unsaved leaf. */
  readonly outcome: LeafOutcome | undefined
  readonly isPinned: boolean
  /** It equals the schema default, and nothing is stored below it. */
  readonly isPinOfSchema: boolean
  /** The zones that say otherwise although the node's value equals what the API has it inherit. */
  readonly maskedBy: readonly string[]
  /** For `default`: how many sections override it. */
  readonly overriddenBy: number
  /** Where nodes look for the key in this section instead of here; undefined: they look here. */
  readonly readAt: string | undefined
  /** It is, or lies in, an object that KAZOO reads whole. */
  readonly isWhole: boolean
}

/** An object whose members are read one by one is as many leaves as it holds. */
export interface GroupProvenance {
  readonly kind: 'group'
  readonly set: number
  readonly isUnsaved: boolean
}

export type Provenance = LeafProvenance | GroupProvenance

export interface Question {
  readonly scope: Scope
  readonly pointer: string
  readonly stored: Category
  readonly drafted: Category
  readonly draft: Pick<DraftedCategory, 'outcome' | 'isPinned'>
}

/**
 * Where the value at a pointer of a section comes from, as drafted: what running nodes read, and what the API makes of it.
 * - an object whose members KAZOO reads one by one is a group, unless it is empty; everything else, the marker of a
 *   secret included, a leaf
 */
export function provenance(question: Question): Provenance {
  const { scope, pointer, stored, drafted, draft } = question
  const { section, kind, readsMembers } = scope
  const own = valueIn(drafted, section, pointer)
  const before = valueIn(stored, section, pointer)
  const isUnsaved = !deepEqual(own, before)
  const layers = sectionLayers(drafted, section)
  const inherited = highest(layers.slice(0, -1), pointer)
  if (readsMembers(pointer) && [own, before, inherited?.value].some(isGroup)) {
    return { kind: 'group', set: leavesIn(own), isUnsaved }
  }
  const chain = chainOf(question)
  const readings = readingsOf({ category: drafted, scope, pointer })
  const isUnread = isReadByNobody(section, pointer)
  const below = own === undefined || isUnread ? drafted : withoutLeaf({ category: drafted, scope, pointer })
  const without = readingsOf({ category: below, scope, pointer })
  const { effective } = inspect(layers, pointer)
  const key = keyIn(scope, pointer)
  return withoutSecrets(pointer, {
    kind: 'leaf',
    own,
    stored: before,
    isUnsaved,
    chain,
    readings,
    without,
    isInherited: own !== undefined && !isUnread && without.length === 1 && isSame(readings[0], without[0]),
    api: readings.every((reading) => agrees(reading, effective)) ? undefined : { value: effective },
    inherited,
    outcome: draft.outcome(section, pointer),
    isPinned: draft.isPinned(section, pointer),
    isPinOfSchema:
      own !== undefined && !isUnread && isBuiltIn(without) && deepEqual(own, getAt(drafted.defaults, pointer)),
    maskedBy: maskingZones({ category: drafted, scope, pointer, inherited: inherited?.value }),
    overriddenBy: kind === 'default' ? overridingSections(drafted, key).length : 0,
    readAt: isUnread ? placeIn(section, scope, pointer) : undefined,
    isWhole: readPointer(key, readsMembers) !== key || chain.some(({ value }) => isGroup(value)),
  })
}

/** What was typed into a secret's place is compared, and never shown. */
function withoutSecrets(pointer: string, facts: LeafProvenance): LeafProvenance {
  const hide = (value: JsonValue | undefined) => (value === undefined ? undefined : hideSecretsAt(pointer, value))
  const hideIn = (layer: LayerValue) => ({ ...layer, value: hideSecretsAt(pointer, layer.value) })
  return {
    ...facts,
    own: hide(facts.own),
    stored: hide(facts.stored),
    chain: facts.chain.map(hideIn),
    readings: hideInReadings(pointer, facts.readings),
    without: hideInReadings(pointer, facts.without),
    api: facts.api === undefined ? undefined : { value: hide(facts.api.value) },
    inherited: facts.inherited === undefined ? undefined : hideIn(facts.inherited),
  }
}

function chainOf({ scope, pointer, drafted }: Question): LayerValue[] {
  const stored = [scope.section, ...sectionsBelow(scope)].flatMap((section): LayerValue[] => {
    const value = valueIn(drafted, section, placeIn(section, scope, pointer))
    return value === undefined ? [] : [{ layer: sectionKind(section), section, value }]
  })
  const says = getAt(drafted.defaults, pointer)
  return says === undefined ? stored : [...stored, { layer: 'schema', section: '', value: says }]
}

function valueIn({ sections }: Category, section: string, pointer: string): JsonValue | undefined {
  return getAt(sections, formatPointer([section]) + pointer)
}

/** Of the schema's layer and `default`, the one that decides. */
function highest(layers: readonly Layer<LayerName>[], pointer: string): LayerValue | undefined {
  const { effective, setBy } = inspect(layers, pointer)
  if (effective === undefined || setBy === undefined) return undefined
  return { layer: setBy, section: setBy === 'schema' ? '' : 'default', value: effective }
}

function agrees(reading: Reading, effective: JsonValue | undefined): boolean {
  return reading.layer === 'built-in' || deepEqual(reading.value, effective)
}

function isBuiltIn(readings: readonly Reading[]): boolean {
  return readings.every(({ layer }) => layer === 'built-in')
}

function isGroup(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length > 0 && !isSecretMarker(value)
}

function leavesIn(own: JsonValue | undefined): number {
  return isJsonObject(own) ? overridesIn({ own }) : own === undefined ? 0 : 1
}
