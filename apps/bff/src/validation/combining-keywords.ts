import type { JsonValue } from '@strata/json'
import { _, type Code, type CodeKeywordDefinition, type ErrorObject, Name } from 'ajv'

/** The errors so far and their number, as every function that AJV generates calls them. */
const names = { vErrors: new Name('vErrors'), errors: new Name('errors') }

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
