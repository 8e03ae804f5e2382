import type { JsonObject, JsonValue } from '@strata/json'
import { type Leaf, leaves } from '@strata/layered-config'

/** The leaves of schema defaults that can take another value without knowing more of the schema. */
export function changeableLeaves(defaults: JsonObject): Leaf[] {
  return leaves(defaults).filter(({ value }) => changed(value) !== undefined)
}

/** Another value of the same type, or undefined where only the schema could say what else is allowed. */
export function changed(value: JsonValue): JsonValue | undefined {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value === 0 ? 1 : value * 2
  if (Array.isArray(value) && value.length > 1) return value.toReversed()
  return undefined
}

/** The value as a text: what careless clients store for numbers and switches. */
export function wrongTyped(value: JsonValue): JsonValue {
  return typeof value === 'object' ? 'none' : String(value)
}
