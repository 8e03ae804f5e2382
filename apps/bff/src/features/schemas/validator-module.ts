import type { JsonObject } from '@strata/json'
import { emailFormat } from '@strata/kazoo-schemas'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'

/**
 * A form schema's check, compiled, as the text of an ES module that a page may load under a strict
 * Content-Security-Policy: `export default (require) => check`, where `check(value)` says whether a value holds and
 * `check.errors` what is wrong with the last one.
 * - `require` must know `ajv/dist/runtime/ucs2length`, `ajv/dist/runtime/equal` and `ajv-formats/dist/formats`
 * - AJV's own ESM output breaks on the ids of these schemas, so its CommonJS output is wrapped
 * - formats as KAZOO checks them: `date-time`, `email`, `ipv4`, `ipv6`
 * - neither is the schema checked, which is ours, nor the code made shorter: both cost more than all the rest
 */
export function compileValidatorModule(schema: JsonObject): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    meta: false,
    validateSchema: false,
    logger: false,
    code: { source: true, optimize: false },
  })
  addFormats.default(ajv, ['date-time', 'ipv4', 'ipv6'])
  ajv.addFormat('email', emailFormat)
  const code = standaloneCode(ajv, ajv.compile(schema))
  return `export default function (require) {
const module = { exports: {} }, exports = module.exports
${code}
return module.exports
}
`
}
