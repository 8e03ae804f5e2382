import type { JsonObject, JsonValue } from '@strata/json'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

/**
 * Compiles as strictly as KAZOO's schemas allow: many have no `type`, require keys that another part declares, or declare
 * keys that one of their patterns matches as well.
 */
export function strictCheck(schema: JsonObject): (value: JsonValue) => boolean {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowMatchingProperties: true })
  const validate = addFormats.default(ajv).compile(schema)
  return (value) => validate(value)
}
