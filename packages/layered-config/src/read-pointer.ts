import { formatPointer, parsePointer } from '@strata/json'

/**
 * Whether KAZOO reads the members of the object at a pointer of a section one by one. It does where the schema declares
 * properties; any other object or map it reads whole. Of the section itself (the empty pointer) it always does.
 */
export type ReadsMembers = (pointer: string) => boolean

/**
 * The pointer at which KAZOO reads what lies at a key: its own, or that of the object around it which is read
 * whole. Undefined where nothing reads it: at the place of an object whose members are read one by one.
 */
export function readPointer(pointer: string, readsMembers: ReadsMembers): string | undefined {
  const tokens = parsePointer(pointer)
  return tokens.map((_, depth) => formatPointer(tokens.slice(0, depth + 1))).find((prefix) => !readsMembers(prefix))
}
