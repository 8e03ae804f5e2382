import { deepEqual, getAt, type JsonValue } from '@strata/json'
import { type Category, runtimeLeaf, type SectionKind } from '@strata/layered-config'
import { hideSecretsAt } from '../provenance/hide-secrets.ts'
import type { Scope } from './scope.ts'

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

interface Question {
  readonly category: Category
  readonly scope: Pick<Scope, 'kind' | 'section' | 'zones' | 'readsMembers' | 'isDeclared'>
  readonly pointer: string
}

/**
 * What the readers of a section have at a pointer.
 * - one reading where it is sure; several, the one of no zone first, where it depends on a zone that nobody knows
 * - a schema default is never a reading, only what the schema says of KAZOO's built-in value
 */
export function readingsOf({ category, scope, pointer }: Question): Readings {
  const [first, ...others] = scope.zones.map((zone) => readingIn({ category, scope, pointer }, zone))
  const base = first ?? readingIn({ category, scope, pointer }, undefined)
  const otherwise = others.filter((reading) => !isSame(reading, base))
  return otherwise.length === 0 ? [{ ...base, zone: undefined }] : [base, ...otherwise]
}

/** The same without secrets that were typed. */
export function hideInReadings(pointer: string, [first, ...others]: Readings): Readings {
  const hide = (reading: Reading): Reading =>
    reading.value === undefined ? reading : { ...reading, value: hideSecretsAt(pointer, reading.value) }
  return [hide(first), ...others.map(hide)]
}

/** Whether nodes cannot tell two readings apart. */
export function isSame(a: Reading, b: Reading): boolean {
  return (a.layer === 'built-in') === (b.layer === 'built-in') && deepEqual(a.value, b.value)
}

function readingIn({ category, scope, pointer }: Question, zone: string | undefined): Reading {
  const node = scope.kind === 'zone' ? undefined : scope.section
  const { readsMembers, isDeclared } = scope
  const answer = runtimeLeaf(category.sections, { node, zone, pointer, readsMembers, isDeclared })
  if (answer === undefined) return { layer: 'built-in', value: getAt(category.defaults, pointer), zone }
  const { value, answeredBy: layer } = answer
  return { layer, section: { node: scope.section, zone: zone ?? '', default: 'default' }[layer], value, zone }
}
