import type { JsonObject } from '@strata/json'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { type FormValidator, loadValidator } from '../load-validator.ts'

/** A form as the page gets it. */
export function compileForm(schema: JsonObject): Promise<FormValidator> {
  return loadValidator(validatorUrl(schema), schema)
}

/** By the schema's text: a test file asks for the same few, and compiling one takes longer than most of its tests. */
const compiled = new Map<string, string>()

/** Where a schema's validator can be loaded from, compiled to an ES module as the server does. */
export function validatorUrl(schema: JsonObject): string {
  const text = JSON.stringify(schema)
  const url = compiled.get(text) ?? compile(schema)
  compiled.set(text, url)
  return url
}

function compile(schema: JsonObject): string {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, logger: false, code: { source: true } })
  addFormats.default(ajv)
  const module = `export default function (require) {
const module = { exports: {} }, exports = module.exports
${standaloneCode(ajv, ajv.compile(schema))}
return module.exports
}`
  return `data:text/javascript,${encodeURIComponent(module)}`
}
