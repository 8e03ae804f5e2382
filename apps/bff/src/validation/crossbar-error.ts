import { getAt, type JsonObject, type JsonValue } from '@strata/json'
import type { ErrorObject } from 'ajv'

/** One error in Crossbar's words; `below` are the path tokens after the place that AJV names. */
export interface CrossbarError {
  readonly keyword: string
  readonly below: readonly string[]
  readonly detail: JsonObject
  /** The schema is at fault, not a place in the value. */
  readonly isSchemaFault?: true
}

interface Failure {
  /** The value that failed, as it was sent. */
  readonly value: JsonValue
  /** What the schema asks for under the keyword that failed. */
  readonly target: JsonValue
  readonly params: Readonly<Record<string, unknown>>
}

type Rule = (failure: Failure) => Omit<CrossbarError, 'below'> & { below?: readonly string[] }

const rules: Readonly<Record<string, Rule>> = {
  required: ({ params }) => ({
    keyword: 'required',
    below: [String(params.missingProperty)],
    detail: { message: 'This field is required, but it is missing.', value: String(params.missingProperty) },
  }),
  type: ({ value, target }) => {
    const types = Array.isArray(target) ? target.join(', ') : String(target)
    return { keyword: 'type', detail: { message: `The value is not of type(s): ${types}.`, target: types, value } }
  },
  enum: ({ value, target }) => ({
    keyword: 'enum',
    detail: { message: `The value is not one of: ${listed(target)}.`, target, value },
  }),
  minLength: ({ value, target }) => ({
    keyword: 'minLength',
    detail: { message: `The text must have at least ${target} characters.`, target, cause: value, value },
  }),
  maxLength: ({ value, target }) => ({
    keyword: 'maxLength',
    detail: { message: `The text must have no more than ${target} characters.`, target, cause: value, value },
  }),
  minimum: bound('minimum', 'The value must be at least'),
  exclusiveMinimum: bound('minimum', 'The value must be more than'),
  maximum: bound('maximum', 'The value must be at most'),
  exclusiveMaximum: bound('maximum', 'The value must be less than'),
  minItems: bound('minItems', 'The number of items must be at least'),
  maxItems: bound('maxItems', 'The number of items must be at most'),
  minProperties: bound('minProperties', 'The number of keys must be at least'),
  uniqueItems: plain('uniqueItems', 'The items of the list must all be different.'),
  pattern: ({ value, target }) => ({
    keyword: 'pattern',
    detail: { message: `The text does not match the pattern '${target}'.`, target, value },
  }),
  additionalProperties: ({ value, params }) => ({
    keyword: 'additionalProperties',
    below: [String(params.additionalProperty)],
    detail: { message: 'The schema knows no such key, and allows no others here.', value },
  }),
  additionalItems: plain('additionalItems', 'The list has more items than the schema allows here.'),
  dependencies: plain('dependencies', 'Other fields that this one needs are missing.'),
  format: ({ value, target }) => ({
    keyword: 'wrong_format',
    detail: { message: `The text is not in the format '${target}'.`, value, format: target },
  }),
  oneOf: plain('not_one_schema_valid', 'The value does not match exactly one of the forms it may have.'),
  anyOf: plain('any_schemas_not_valid', 'The value matches none of the forms it may have.'),
  not: plain('not_schema_valid', 'The value has a form that is ruled out here.'),
  multipleOf: ({ value, target }) => ({
    keyword: 'not_multiple_of',
    detail: { message: `The value is not a multiple of ${target}.`, value },
  }),
  maxProperties: ({ value, target }) => ({
    keyword: 'too_many_properties',
    detail: { message: `The object has more than ${target} keys.`, value },
  }),
}

/**
 * One of AJV's errors under Crossbar's keyword, with Crossbar's detail keys. `sent` is the value that was validated as
 * it came; what is not in it, AJV's own copy stands in for.
 */
export function crossbarError(error: ErrorObject, sent: JsonValue): CrossbarError {
  const missing = missingSchema(error)
  if (missing !== undefined) return missing
  const value = getAt(sent, error.instancePath) ?? asJson(error.data)
  const rule = rules[error.keyword] ?? plain(error.keyword, 'The value is not valid.')
  return { below: [], ...rule({ value, target: asJson(error.schema), params: error.params }) }
}

/** A normalised schema accepts nothing where it refers to a schema nobody has, and says which in its `$comment`. */
function missingSchema({ keyword, parentSchema }: ErrorObject): CrossbarError | undefined {
  const comment: unknown = parentSchema?.$comment
  if (keyword !== 'not' || typeof comment !== 'string') return undefined
  const schema = /"(.+)"/.exec(comment)?.[1] ?? ''
  return { keyword: 'schema', below: [], detail: { message: comment, schema }, isSchemaFault: true }
}

function bound(keyword: string, words: string): Rule {
  return ({ value, target }) => ({ keyword, detail: { message: `${words} ${target}.`, target, value } })
}

function plain(keyword: string, message: string): Rule {
  return ({ value }) => ({ keyword, detail: { message, value } })
}

function listed(target: JsonValue): string {
  return Array.isArray(target) ? target.map((item) => JSON.stringify(item)).join(', ') : JSON.stringify(target)
}

/** AJV types what it echoes as unknown; it only ever echoes the JSON it was given. */
function asJson(value: unknown): JsonValue {
  return value === undefined ? null : (value as JsonValue)
}
