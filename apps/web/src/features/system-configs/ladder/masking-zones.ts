import { deepEqual, formatPointer, getAt, isJsonObject, type JsonValue } from '@strata/json'
import { type Category, zonesSayingOtherwise } from '@strata/layered-config'
import type { Scope } from './scope.ts'

interface Question {
  readonly category: Category
  readonly scope: Pick<Scope, 'section' | 'kind' | 'zones'>
  readonly pointer: string
  /** What the API has the section inherit. */
  readonly inherited: JsonValue | undefined
}

/**
 * The zones that a node may be in and that say otherwise, where its override equals what the API has it inherit. The
 * next write of the whole document over `/v2` drops such an override, and the node then reads its zone's value.
 */
export function maskingZones({ category, scope, pointer, inherited }: Question): string[] {
  if (scope.kind !== 'node') return []
  const own = getAt(category.sections, formatPointer([scope.section]) + pointer)
  if (own === undefined || own === null || isEmpty(own) || !deepEqual(own, inherited)) return []
  return zonesSayingOtherwise(category.sections, pointer, own).filter((zone) => scope.zones.includes(zone))
}

function isEmpty(value: JsonValue): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0
}
