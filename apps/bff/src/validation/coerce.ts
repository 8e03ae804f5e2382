import { getAt, type JsonValue, setAt } from '@strata/json'
import type { ErrorObject } from 'ajv'

/**
 * A copy of `value` in which texts that stand where an integer, a number or a boolean belongs are converted; `value`
 * itself when none could be.
 * - only errors that were reported count, so nothing inside a failed `oneOf` is converted
 * - `"5"` is an integer, `"1.5"` a number, `"true"` and `"false"` are booleans; a number that JavaScript cannot hold
 *   exactly is left alone
 * Source: `fix_js_types`, kz_json_schema.
 */
export function coerce(value: JsonValue, errors: readonly ErrorObject[]): JsonValue {
  return errors.reduce((coerced, { keyword, instancePath, schema }) => {
    const converted = keyword === 'type' ? convert(getAt(coerced, instancePath), schema) : undefined
    return converted === undefined ? coerced : setAt(coerced, instancePath, converted)
  }, value)
}

function convert(value: JsonValue | undefined, type: unknown): number | boolean | undefined {
  if (typeof value !== 'string') return undefined
  if (type === 'integer' && /^[+-]?\d+$/.test(value)) return exact(value)
  if (type === 'number' && /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return exact(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return undefined
}

function exact(text: string): number | undefined {
  const number = Number(text)
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined
}
