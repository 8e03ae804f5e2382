import type { JsonObject, JsonValue } from '@strata/json'
import { emailFormat } from '@strata/kazoo-schemas'
import { _, Ajv, type Code, type CodeKeywordDefinition, type ErrorObject, Name } from 'ajv'
import addFormats from 'ajv-formats'

/** The errors so far and their number, as every function that AJV generates calls them. */
const names = { vErrors: new Name('vErrors'), errors: new Name('errors') }

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

/** `params` of the one error that a failed `oneOf` or `anyOf` leaves. */
export interface CombiningParams {
  /** What is wrong with the value under each of the branches, in their order. */
  readonly branches: readonly (readonly ErrorObject[])[]
}

/**
 * AJV's `oneOf` and `anyOf`, reporting as KAZOO's validator does: the node alone fails. What is wrong inside the
 * branches comes along in `params`, for whoever knows which branch the value means.
 */
export const combiningKeywords: readonly CodeKeywordDefinition[] = [
  combining('oneOf', (matches) => _`${matches} === 1`),
  combining('anyOf', (matches) => _`${matches} > 0`),
]

function combining(keyword: string, holds: (matches: Name) => Code): CodeKeywordDefinition {
  return {
    keyword,
    schemaType: 'array',
    trackErrors: true,
    error: { message: 'no valid combination', params: ({ params }) => _`{branches: ${params.branches ?? _`[]`}}` },
    code(cxt) {
      const { gen } = cxt
      const schemas: readonly JsonValue[] = cxt.schema
      const matches = gen.let('matches', 0)
      const branches = gen.const('branches', _`[]`)
      const valid = gen.name('valid')
      for (const index of schemas.keys()) {
        const before = gen.const('before', names.errors)
        cxt.subschema({ keyword, schemaProp: index, compositeRule: true }, valid)
        gen.if(
          valid,
          () => gen.code(_`${matches}++; ${branches}.push([])`),
          () => gen.code(_`${branches}.push(${names.vErrors}.slice(${before}))`),
        )
      }
      cxt.reset()
      cxt.setParams({ branches })
      cxt.result(
        holds(matches),
        () => undefined,
        () => cxt.error(true),
      )
    },
  }
}
