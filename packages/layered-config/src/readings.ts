import { deepEqual, getAt, type JsonValue } from '@strata/json'
import type { Category } from './category.ts'
import { runtimeLeaf } from './runtime-leaf.ts'
import type { SectionKind } from './section-name.ts'
import type { SectionReader } from './section-reader.ts'

/** What nodes have at a pointer while they run, and where it comes from. */
export type Reading =
  | {
      readonly layer: SectionKind
      /** The section that answers. */
      readonly section: string
      /** Undefined where that section's object, which is read whole, holds nothing there. */
      readonly value: JsonValue | undefined
      /** The zone that it holds for, where that matters and nobody knows the zone. */
      readonly zone: string | undefined
    }
  | {
      readonly layer: 'built-in'
      /** What the schema says of it. */
      readonly value: JsonValue | undefined
      readonly zone: string | undefined
    }

/** At least one; several where they depend on a zone that nobody knows. */
export type Readings = readonly [Reading, ...Reading[]]

/** A pointer of a reader's section. */
export interface LeafQuestion {
  readonly category: Category
  readonly reader: SectionReader
  readonly pointer: string
}

/**
 * What the readers of a section have at a pointer.
 * - one reading where it is sure; several, the one of no zone first, where it depends on a zone that nobody knows
 * - a schema default is never a reading, only what the schema says of KAZOO's built-in value
 */
export function readingsOf(question: LeafQuestion): Readings {
  const [first, ...others] = question.reader.zones.map((zone) => readingIn(question, zone))
  const base = first ?? readingIn(question, undefined)
  const otherwise = others.filter((reading) => !isSameReading(reading, base))
  return otherwise.length === 0 ? [{ ...base, zone: undefined }] : [base, ...otherwise]
}

/** Whether nodes cannot tell two readings apart. */
export function isSameReading(a: Reading, b: Reading): boolean {
  return (a.layer === 'built-in') === (b.layer === 'built-in') && deepEqual(a.value, b.value)
}

function readingIn({ category, reader, pointer }: LeafQuestion, zone: string | undefined): Reading {
  const { section, kind, readsMembers, isDeclared } = reader
  const node = kind === 'zone' ? undefined : section
  const answer = runtimeLeaf(category.sections, { node, zone, pointer, readsMembers, isDeclared })
  if (answer === undefined) return { layer: 'built-in', value: getAt(category.defaults, pointer), zone }
  const { value, answeredBy: layer } = answer
  return { layer, section: { node: section, zone: zone ?? '', default: 'default' }[layer], value, zone }
}
