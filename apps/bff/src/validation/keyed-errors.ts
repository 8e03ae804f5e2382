import type { ValidationErrors } from '@strata/api-types'
import { type JsonValue, parsePointer } from '@strata/json'
import { branchIndex } from '@strata/kazoo-schemas'
import type { ErrorObject } from 'ajv'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import type { CombiningParams } from './compile-schema.ts'
import { crossbarError } from './crossbar-error.ts'

/**
 * AJV's errors as Crossbar's body: dotted path → one keyword → detail.
 * - one keyword a path: KAZOO's later error replaces the earlier one, and its schemas list their keywords by name, so
 *   the last by name stays
 * - a failed `oneOf` stands at its own path; where the value says which branch it means, as a storage back-end does by
 *   its `handler`, the errors of that branch stand beside it at theirs
 * - what is echoed is the value as it was sent, without the defaults that validation filled in
 */
export function keyedErrors(errors: readonly ErrorObject[], sent: JsonValue): ValidationErrors {
  const byPath = new Map<string, { schemaKeyword: string; entry: ValidationErrors[string] }>()
  for (const error of errors.flatMap(withMeantBranch)) {
    const { keyword, below, detail, isSchemaFault } = crossbarError(error, sent)
    const path = isSchemaFault ? 'schema' : dottedPath([...parsePointer(error.instancePath), ...below])
    const earlier = byPath.get(path)
    if (earlier === undefined || earlier.schemaKeyword <= error.keyword) {
      byPath.set(path, { schemaKeyword: error.keyword, entry: { [keyword]: detail } })
    }
  }
  return Object.fromEntries([...byPath].map(([path, { entry }]) => [path, entry]))
}

/** The errors of the branch that the value means, then the failure of the combination itself. */
function withMeantBranch(error: ErrorObject): ErrorObject[] {
  if (!isFailedOneOf(error)) return [error]
  const index = branchIndex(error.schema, error.data)
  const meant = index === undefined ? [] : (error.params.branches[index] ?? [])
  return [...meant.flatMap(withMeantBranch), error]
}

/** In verbose mode AJV sends the branches and the value along. */
interface FailedOneOf extends ErrorObject<'oneOf', CombiningParams> {
  schema: readonly JsonValue[]
  data: JsonValue
}

function isFailedOneOf(error: ErrorObject): error is FailedOneOf {
  return error.keyword === 'oneOf'
}
