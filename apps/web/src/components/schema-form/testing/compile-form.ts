import type { JsonObject } from '@strata/json'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { type FormValidator, loadValidator } from '../load-validator.ts'

/** A form as the page gets it. */
export function compileForm(schema: JsonObject): Promise<FormValidator> {
  return loadValidator(validatorUrl(schema), schema)
}

/** Where a schema's validator can be loaded from, compiled to an ES module as the server does. */
export function validatorUrl(schema: JsonObject): string {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, logger: false, code: { source: true } })
  addFormats.default(ajv)
  const module = `export default function (require) {
const module = { exports: {} }, exports = module.exports
${standaloneCode(ajv, ajv.compile(schema))}
return module.exports
}`
  return `data:text/javascript,${encodeURIComponent(module)}`
}
