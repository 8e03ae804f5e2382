import {
  deepEqual,
  formatPointer,
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parsePointer,
} from '@strata/json'
import {
  type Category,
  inspect,
  type Layer,
  type LeafOutcome,
  type SectionKind,
  sectionKind,
  sectionLayers,
} from '@strata/layered-config'
import { isSecretMarker } from '#web/components/schema-form/secret-marker.ts'
import type { DraftedCategory } from './category-draft.ts'
import { overridesIn } from './overrides-of.ts'

export type LayerName = 'schema' | SectionKind

export interface LayerValue {
  readonly layer: LayerName
  readonly value: JsonValue
}

/** What a leaf is in one section, and where that comes from. */
export interface LeafProvenance {
  readonly kind: 'leaf'
  /** What the section sets, in the draft. */
  readonly own: JsonValue | undefined
  /** What it sets as stored; the same as `own` where nothing is unsaved. */
  readonly stored: JsonValue | undefined
  readonly isUnsaved: boolean
  /** What holds without it. */
  readonly inherited: LayerValue | undefined
  /** What the inherited value itself stands on. */
  readonly below: LayerValue | undefined
  /** What will become of the unsaved leaf. */
  readonly outcome: LeafOutcome | undefined
  readonly isPinned: boolean
  /** For `default` the sections that override this leaf; for a node the zones that say something else than it inherits. */
  readonly elsewhere: readonly SectionValue[]
}

export interface SectionValue {
  readonly section: string
  readonly value: JsonValue
}

/** An object is as many leaves as it holds. */
export interface GroupProvenance {
  readonly kind: 'group'
  readonly set: number
  readonly isUnsaved: boolean
}

export type Provenance = LeafProvenance | GroupProvenance

interface Question {
  readonly section: string
  readonly pointer: string
  readonly stored: Category
  readonly drafted: Category
  readonly draft: Pick<DraftedCategory, 'outcome' | 'isPinned'>
}

/**
 * Where the value at a pointer of a section comes from: the layers of the API's effective value, as drafted.
 * - an object that is not empty is a group; everything else, the marker of a secret included, a leaf
 * - a zone's value never counts as inherited by a node: no document says which zone the node is in
 */
export function provenance(question: Question): Provenance {
  const { section, pointer, stored, drafted, draft } = question
  const own = valueIn(drafted, section, pointer)
  const before = valueIn(stored, section, pointer)
  const layers = sectionLayers(drafted, section).map((layer) => narrowed(layer, pointer))
  const inherited = highest(layers.slice(0, -1), pointer)
  if ([own, before, inherited?.value].some(isGroup)) {
    return {
      kind: 'group',
      set: isJsonObject(own) ? overridesIn({ own }) : own === undefined ? 0 : 1,
      isUnsaved: !deepEqual(own, before),
    }
  }
  return {
    kind: 'leaf',
    own,
    stored: before,
    isUnsaved: !deepEqual(own, before),
    inherited,
    below: inherited?.layer === 'default' ? highest(layers.slice(0, 1), pointer) : undefined,
    outcome: draft.outcome(section, pointer),
    isPinned: draft.isPinned(section, pointer),
    elsewhere: elsewhere(drafted, section, pointer).filter(
      ({ value }) => sectionKind(section) === 'default' || mayHide(value, own, inherited?.value),
    ),
  }
}

function valueIn({ sections }: Category, section: string, pointer: string): JsonValue | undefined {
  return getAt(sections, formatPointer([section]) + pointer)
}

/** Only the key that a pointer begins with: merging goes key by key, and a form asks for many pointers. */
function narrowed(layer: Layer<LayerName>, pointer: string): Layer<LayerName> {
  const [key] = parsePointer(pointer)
  const value = key !== undefined && Object.hasOwn(layer.values, key) ? layer.values[key] : undefined
  const values: JsonObject = key === undefined ? layer.values : value === undefined ? {} : { [key]: value }
  return { name: layer.name, values }
}

function highest(layers: readonly Layer<LayerName>[], pointer: string): LayerValue | undefined {
  const { effective, setBy } = inspect(layers, pointer)
  return effective === undefined || setBy === undefined ? undefined : { layer: setBy, value: effective }
}

function isGroup(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length > 0 && !isSecretMarker(value)
}

/** Whether a zone's value counts for a node: where the node sets nothing different, it is what the node may read. */
function mayHide(zone: JsonValue, own: JsonValue | undefined, inherited: JsonValue | undefined): boolean {
  return !deepEqual(zone, inherited) && (own === undefined || deepEqual(own, inherited))
}

/** For a node the zones that set the leaf, because the node may be in one of them; for `default` all that override it. */
function elsewhere({ sections }: Category, section: string, pointer: string): SectionValue[] {
  const kind = sectionKind(section)
  if (kind === 'zone') return []
  const [key = ''] = parsePointer(pointer)
  return Object.entries(sections).flatMap(([name, values]) => {
    const counts = name !== section && (kind === 'node' ? sectionKind(name) === 'zone' : name !== 'default')
    if (!counts || !isJsonObject(values) || !Object.hasOwn(values, key)) return []
    const value = getAt(values, pointer)
    return value === undefined ? [] : [{ section: name, value }]
  })
}
