import { deepEqual, getAt, type JsonValue } from '@strata/json'
import { type Category, sectionLayers, sectionValues } from './category.ts'
import { isReadByNobody, placeOfKey } from './default-key.ts'
import { effectiveAt } from './effective-at.ts'
import { inspect } from './inspect.ts'
import { isBranch } from './leaf.ts'
import { applyLeafOperations } from './leaf-operations.ts'
import { maskedBy } from './masking-zones.ts'
import { overridingSections } from './overriding-sections.ts'
import { readPointer } from './read-pointer.ts'
import { type LeafQuestion, type Reading, type Readings, readingsOf } from './readings.ts'
import { type SectionKind, sectionKind } from './section-name.ts'
import { keyIn, placeIn, sectionsBelow } from './section-reader.ts'

export type LayerName = 'schema' | SectionKind

/** What one layer says of a leaf. */
export interface LayerValue {
  readonly layer: LayerName
  /** The section's name; that of the schema's layer is empty. */
  readonly section: string
  readonly value: JsonValue
}

/** What a leaf is in one section, who decided it, and who reads it. */
export interface LeafFacts {
  /** What the section sets. */
  readonly own: JsonValue | undefined
  /** Every layer that says something, highest first; all zones that do where the node's zone is not known. */
  readonly chain: readonly LayerValue[]
  /** What nodes read. */
  readonly readings: Readings
  /** What they would read if the section did not set this leaf. */
  readonly without: Readings
  /** What they would read if the section stored nothing at all: another `without` only inside what is read whole. */
  readonly below: Readings
  /** The API's effective value, which knows no node's zone. */
  readonly effective: JsonValue | undefined
  /** Nodes read, or may read, something else than the API says. */
  readonly isReadOtherwise: boolean
  /** What the API has the section inherit. */
  readonly inherited: LayerValue | undefined
  /** No node ever reads what is stored here. */
  readonly isUnread: boolean
  /** It is, or lies in, an object that KAZOO reads whole. */
  readonly isWhole: boolean
  /** What nodes read here is what they would read anyway: it can go without any node noticing. */
  readonly isNoise: boolean
  /** What nodes read here equals the schema default, and nothing is stored below: it keeps KAZOO's built-in value away. */
  readonly isPin: boolean
  /** It is set here, and other than what may be read if the section stored nothing at all. Neither noise nor a pin does. */
  readonly differs: boolean
  /** The zones that say otherwise where the next write of the whole document over `/v2` drops a node's value. */
  readonly maskedBy: readonly string[]
  /** Of the section `default`: the zones and nodes that set it themselves. */
  readonly overriddenBy: readonly string[]
}

/**
 * The one answer to what a leaf is: everything that says something of a leaf asks here.
 * - noise and pins are judged by what is read: of an entry of an object that is read whole, by that object
 * - nothing is noise or a pin that no node reads
 * - a fact is worked out when it is asked for, each from what lies under the pointer's first key alone
 */
export function leafFacts(question: LeafQuestion): LeafFacts {
  const { category, reader, pointer } = question
  const { section, kind, readsMembers } = reader
  const key = keyIn(reader, pointer)
  const own = valueIn(category, section, pointer)
  const isUnread = isReadByNobody(section, pointer)
  const facts = {
    own,
    isUnread,
    get chain() {
      return chainOf(question)
    },
    get readings() {
      return readingsOf(question)
    },
    get without() {
      return own === undefined || isUnread
        ? facts.readings
        : readingsOf({ ...question, category: withoutLeaf(question) })
    },
    get below() {
      return belowOf(question)
    },
    get effective() {
      return effectiveAt(sectionLayers(category, section), pointer)
    },
    get isReadOtherwise() {
      const { effective } = facts
      return !facts.readings.every((reading) => isBuiltIn(reading) || deepEqual(reading.value, effective))
    },
    get inherited() {
      return inheritedAt(question)
    },
    get isWhole() {
      return readPointer(key, readsMembers) !== key || chainOf(question).some(({ value }) => isBranch(value))
    },
    get isNoise() {
      return isNoise(question)
    },
    get isPin() {
      return isPin(question)
    },
    get differs() {
      return own !== undefined && !facts.below.every(({ value }) => deepEqual(value, own))
    },
    get maskedBy() {
      return maskedBy(question)
    },
    get overriddenBy() {
      return kind === 'default' ? overridingSections(category.sections, key) : []
    },
  }
  return facts
}

function isNoise(question: LeafQuestion): boolean {
  const read = asRead(question)
  if (read === undefined) return false
  const [below, ...others] = belowOf(read)
  return others.length === 0 && below.layer !== 'built-in' && deepEqual(below.value, read.own)
}

function isPin(question: LeafQuestion): boolean {
  const read = asRead(question)
  return (
    read !== undefined &&
    belowOf(read).every(isBuiltIn) &&
    deepEqual(read.own, getAt(question.category.defaults, read.pointer))
  )
}

/** The same question about what is read there: the object that is read whole instead of its entry. */
function asRead(question: LeafQuestion): (LeafQuestion & { own: JsonValue }) | undefined {
  const { category, reader } = question
  const read = readPointer(keyIn(reader, question.pointer), reader.readsMembers)
  if (read === undefined || isReadByNobody(reader.section, question.pointer)) return undefined
  const pointer = placeOfKey(reader.section, read)
  const own = valueIn(category, reader.section, pointer)
  return own === undefined ? undefined : { ...question, pointer, own }
}

export function isBuiltIn({ layer }: Reading): boolean {
  return layer === 'built-in'
}

function belowOf(question: LeafQuestion): Readings {
  const { category, reader } = question
  return readingsOf({ ...question, category: onlySections(category, sectionsBelow(reader)) })
}

/** Without the last leaf of an object that is read whole, another layer answers for all of it. */
function withoutLeaf({ category, reader, pointer }: LeafQuestion): Category {
  const { section, readsMembers } = reader
  const below = sectionsBelow(reader)
  const key = keyIn(reader, pointer)
  if (readPointer(key, readsMembers) === key) return onlySections(category, below)
  const own = onlySections(category, [section, ...below])
  return { ...own, sections: applyLeafOperations(own, [{ section, pointer, op: 'remove' }]).sections }
}

function onlySections({ sections, defaults }: Category, names: readonly string[]): Category {
  return { defaults, sections: Object.fromEntries(names.map((name) => [name, sectionValues(sections, name)])) }
}

function chainOf({ category, reader, pointer }: LeafQuestion): LayerValue[] {
  const stored = [reader.section, ...sectionsBelow(reader)].flatMap((section): LayerValue[] => {
    const value = valueIn(category, section, placeIn(section, reader, pointer))
    return value === undefined ? [] : [{ layer: sectionKind(section), section, value }]
  })
  const says = getAt(category.defaults, pointer)
  return says === undefined ? stored : [...stored, { layer: 'schema', section: '', value: says }]
}

/** Of the schema's layer and `default`, the one that decides. */
function inheritedAt({ category, reader, pointer }: LeafQuestion): LayerValue | undefined {
  const { effective, setBy } = inspect(sectionLayers(category, reader.section).slice(0, -1), pointer)
  if (effective === undefined || setBy === undefined) return undefined
  return { layer: setBy, section: setBy === 'schema' ? '' : 'default', value: effective }
}

function valueIn({ sections }: Category, section: string, pointer: string): JsonValue | undefined {
  return getAt(sectionValues(sections, section), pointer)
}
