import { retrieveSchema } from '@rjsf/utils'
import type { FieldSchema } from './field-schema.ts'
import { mergeAllOf } from './merge-all-of.ts'
import { noGuesses } from './no-guesses.ts'

export type Resolve = (schema: FieldSchema) => FieldSchema

/** Follows references and merges `allOf`. The same schema gives the same answer, so that memoised fields stay put. */
export function createResolve(root: FieldSchema): Resolve {
  const resolved = new WeakMap<FieldSchema, FieldSchema>()
  return (schema) => {
    const known = resolved.get(schema)
    if (known !== undefined) return known
    const answer = retrieveSchema(noGuesses, schema, root, undefined, mergeAllOf)
    resolved.set(schema, answer)
    return answer
  }
}
