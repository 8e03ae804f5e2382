import { isJsonObject, type JsonValue } from '@strata/json'

/** Whether a value is of a schema's `type`: a name or a list of names. An integer is a number, too. */
export function matchesType(value: JsonValue, type: JsonValue | undefined): boolean {
  if (Array.isArray(type)) return type.some((name) => matchesType(value, name))
  switch (type) {
    case 'any':
      return true
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isJsonObject(value)
    case 'integer':
      return Number.isInteger(value)
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type
    default:
      return false
  }
}
