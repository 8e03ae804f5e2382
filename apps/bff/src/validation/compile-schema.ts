import type { JsonObject, JsonValue } from '@strata/json'
import { emailFormat } from '@strata/kazoo-schemas'
import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import { combiningKeywords } from './combining-keywords.ts'

/** Every error of a value against one schema; empty when it is valid. */
export type SchemaCheck = (value: JsonValue) => readonly ErrorObject[]

/**
 * A self-contained schema made ready to check values.
 * - all errors, with the schema and value each belongs to
 * - formats: `date-time`, `email`, `ipv4` and `ipv6`; KAZOO ignores any other
 * - lengths count code points
 * - neither is the schema checked, which is ours, nor the code made shorter: both cost more than all the rest
 * - each has an AJV of its own: one that is shared keeps every schema it has seen
 */
export function compileSchema(schema: JsonObject): SchemaCheck {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    strictNumbers: true,
    meta: false,
    validateSchema: false,
    logger: false,
    code: { optimize: false },
  })
  addFormats.default(ajv, ['date-time', 'ipv4', 'ipv6'])
  ajv.addFormat('email', emailFormat)
  for (const keyword of combiningKeywords) {
    ajv.removeKeyword(String(keyword.keyword))
    ajv.addKeyword(keyword)
  }
  const validate = ajv.compile(schema)
  return (value) => (validate(value) ? [] : (validate.errors ?? []))
}
