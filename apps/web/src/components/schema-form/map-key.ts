import type { FieldSchema } from './field-schema.ts'
import { subschema } from './field-schema.ts'

export type KeyProblem = 'missing' | 'taken' | 'declared' | 'no-match'

/**
 * Why a new entry may not have this key; undefined when it may.
 * - `declared`: the schema has a field of that name, which stands elsewhere in the form
 * - `no-match`: the schema says how keys look, and this one does not. Its patterns are searched for, as KAZOO does
 */
export function keyProblem(schema: FieldSchema, taken: readonly string[], key: string): KeyProblem | undefined {
  if (key === '') return 'missing'
  if (taken.includes(key)) return 'taken'
  if (Object.hasOwn(schema.properties ?? {}, key)) return 'declared'
  return schema.patternProperties !== undefined && patternFor(schema, key) === undefined ? 'no-match' : undefined
}

/** What the schema says of an entry by its key; undefined where anything goes. */
export function entrySchema(schema: FieldSchema, key: string): FieldSchema | undefined {
  const pattern = patternFor(schema, key)
  return subschema(pattern === undefined ? schema.additionalProperties : schema.patternProperties?.[pattern])
}

/** What keys of a map have to be, for words; `other` for a pattern that nobody has described. */
export type KeyShape = 'identifier' | 'hasLetter' | 'beginsWithLetter' | 'other'

const shapes: ReadonlyMap<string, KeyShape> = new Map([
  ['^[a-z0-9]{32}$', 'identifier'],
  ['^([a-z,0-9]){32}$', 'identifier'],
  ['[a-z_]+', 'hasLetter'],
  ['^[a-z_].*$', 'beginsWithLetter'],
])

/** A map of several patterns takes keys of many shapes: no single description is true of it. */
export function keyShape(schema: FieldSchema): KeyShape {
  const [pattern, ...more] = Object.keys(schema.patternProperties ?? {})
  return (more.length === 0 && shapes.get(pattern ?? '')) || 'other'
}

function patternFor(schema: FieldSchema, key: string): string | undefined {
  return Object.keys(schema.patternProperties ?? {}).find((pattern) => new RegExp(pattern, 'u').test(key))
}
