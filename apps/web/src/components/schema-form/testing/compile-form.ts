import { compileSchemaValidatorsCode } from '@rjsf/validator-ajv8/compileSchemaValidators'
import type { JsonObject } from '@strata/json'
import { type FormValidator, loadValidator } from '../load-validator.ts'

/** A form as the page gets it. */
export function compileForm(schema: JsonObject): Promise<FormValidator> {
  return loadValidator(validatorUrl(schema), schema)
}

/** Where a schema's validator can be loaded from, compiled to an ES module as the server does. */
export function validatorUrl(schema: JsonObject): string {
  const code = compileSchemaValidatorsCode(schema, { ajvOptionsOverrides: { logger: false } })
  const module = `export default function (require) {
const module = { exports: {} }, exports = module.exports
${code}
return module.exports
}`
  return `data:text/javascript,${encodeURIComponent(module)}`
}
