import { getAt, type JsonObject, type JsonValue } from '@strata/json'
import { type IsDeclared, keyOfPlace } from './default-key.ts'
import { type ReadsMembers, readPointer } from './read-pointer.ts'
import { type RuntimeQuestion, runtimeLookup } from './runtime-lookup.ts'
import type { SectionKind } from './section-name.ts'

export interface RuntimeLeaf {
  /** Undefined where the layer that answers holds no such leaf: what lower layers store there is not read. */
  readonly value: JsonValue | undefined
  readonly answeredBy: SectionKind
}

/** The pointer is one of the reader's own section: the node's, else the zone's, else `default`. */
interface LeafQuestion extends RuntimeQuestion {
  readonly readsMembers: ReadsMembers
  readonly isDeclared: IsDeclared
}

/**
 * What a running node has at a pointer, also inside an object or map that it reads whole: there the highest layer that
 * stores any of the object answers for all of it.
 * - undefined: nothing is stored, so KAZOO's built-in value applies
 * - at the place of an object whose members are read one by one: what the highest layer stores there
 * - at a place that nobody reads: what nodes read at the key that is spelt like it
 */
export function runtimeLeaf(
  sections: JsonObject,
  { pointer, readsMembers, isDeclared, ...reader }: LeafQuestion,
): RuntimeLeaf | undefined {
  const key = keyOfPlace(reader.node ?? reader.zone ?? 'default', pointer, isDeclared) ?? pointer
  const read = readPointer(key, readsMembers) ?? key
  const answer = runtimeLookup(sections, { ...reader, pointer: read })
  if (answer === undefined) return undefined
  return { value: getAt(answer.value, key.slice(read.length)), answeredBy: answer.answeredBy }
}
