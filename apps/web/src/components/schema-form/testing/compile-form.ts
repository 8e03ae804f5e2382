import { compileSchemaValidatorsCode } from '@rjsf/validator-ajv8/compileSchemaValidators'
import type { JsonObject } from '@strata/json'
import { type FormValidator, loadValidator } from '../load-validator.ts'

/** A form as the page gets it: its validator compiled to an ES module, as the server does. */
export function compileForm(schema: JsonObject): Promise<FormValidator> {
  const code = compileSchemaValidatorsCode(schema, { ajvOptionsOverrides: { logger: false } })
  const module = `export default function (require) {
const module = { exports: {} }, exports = module.exports
${code}
return module.exports
}`
  return loadValidator(`data:text/javascript,${encodeURIComponent(module)}`, schema)
}
