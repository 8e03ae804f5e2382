import type { ErrorSchema } from '@rjsf/utils'
import { getAt, type JsonObject, type JsonValue, setAt } from '@strata/json'

/** What is wrong with the value at a place, in words for a person. */
export interface FormError {
  readonly pointer: string
  readonly message: string
  /** Nothing is there yet: worth saying once somebody wants to save. */
  readonly isMissing?: boolean
}

/** RJSF's tree of errors. Built from pointers, because RJSF's own builder splits paths at dots, and keys have dots. */
export function toErrorSchema(errors: readonly FormError[]): ErrorSchema {
  return errors.reduce<JsonValue>((tree, { pointer, message }) => {
    const place = `${pointer}/__errors`
    const earlier = getAt(tree, place)
    return setAt(tree, place, [...(Array.isArray(earlier) ? earlier : []), message])
  }, {}) as JsonObject as ErrorSchema
}
