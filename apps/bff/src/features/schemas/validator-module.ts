import { compileSchemaValidatorsCode } from '@rjsf/validator-ajv8/compileSchemaValidators'
import type { JsonObject } from '@strata/json'
import { emailFormat } from '@strata/kazoo-schemas'

/**
 * A form schema's validators, compiled, as the text of an ES module that a page may load under a strict
 * Content-Security-Policy: `export default (require) => validators`.
 * - `require` must know `ajv/dist/runtime/ucs2length`, `ajv/dist/runtime/equal` and `ajv-formats/dist/formats`
 * - AJV's own ESM output breaks on the ids of these schemas, so its CommonJS output is wrapped
 * - formats as KAZOO checks them: `date-time`, `email`, `ipv4`, `ipv6`
 */
export function compileValidatorModule(schema: JsonObject): string {
  const code = compileSchemaValidatorsCode(schema, {
    customFormats: { email: emailFormat },
    ajvFormatOptions: ['date-time', 'ipv4', 'ipv6'],
    ajvOptionsOverrides: { logger: false },
  })
  return `export default function (require) {
const module = { exports: {} }, exports = module.exports
${code}
return module.exports
}
`
}
