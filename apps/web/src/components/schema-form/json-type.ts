import type { JsonValue } from '@strata/json'

export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object'

/** What a value is, in JSON's words. */
export function jsonType(value: JsonValue): JsonType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  const type = typeof value
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object'
}

/** The smallest value of a type. */
export function emptyOf(type: JsonType): JsonValue {
  return { null: null, boolean: false, number: 0, string: '', array: [], object: {} }[type]
}
