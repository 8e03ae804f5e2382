import { formatPointer, getAt, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import type { ErrorObject } from 'ajv'
import type { FieldSchema } from './field-schema.ts'
import { variantOf, variantsOf } from './variants.ts'

/** A rule of the schema that a value breaks; `params` as AJV gives them. */
export interface Finding {
  readonly pointer: string
  readonly rule: string
  readonly params: Readonly<Record<string, unknown>>
}

export interface Check {
  readonly value: JsonObject
  /** What stands where `value` sets nothing. */
  readonly inherited: JsonObject
  readonly validate: (value: JsonObject) => readonly ErrorObject[]
  readonly resolve: (schema: FieldSchema) => FieldSchema
}

/**
 * What the schema finds wrong with a form's data.
 * - a missing key and a key too many are found at the key, not at the object around it
 * - a key that is inherited is not missing
 * - of a union only the findings of the kind that the value is; where it is none, that alone
 * - nothing is found at a secret's marker: the server knows the secret and checks it
 */
export function checkForm(check: Check): Finding[] {
  const errors = check.validate(check.value)
  const unions = errors.filter(isUnion).map((error) => toUnion(check, error))
  return errors
    .filter((error) => isOfChosenKinds(unions, error))
    .filter((error) => !isUnion(error) || unions.some((union) => union.error === error && mustBeTold(union)))
    .map(toFinding)
    .filter(({ pointer }) => !isBelowSecret(check.value, pointer))
    .filter(({ rule, pointer }) => rule !== 'required' || getAt(check.inherited, pointer) === undefined)
}

interface Union {
  readonly error: ErrorObject
  /** Index of the kind that the value is, -1 for none. */
  readonly chosen: number
}

function isUnion({ keyword }: ErrorObject): boolean {
  return keyword === 'oneOf' || keyword === 'anyOf'
}

function toUnion({ value, resolve }: Check, error: ErrorObject): Union {
  // RJSF compiles validators so that their errors carry the schema they come from.
  const variants = variantsOf(error.parentSchema as FieldSchema, resolve) ?? []
  const variant = variantOf(variants, getAt(value, error.instancePath))
  return { error, chosen: variant === undefined ? -1 : variants.indexOf(variant) }
}

/** A union's own error says nothing new once the chosen kind's errors are told, unless several kinds fit. */
function mustBeTold({ error, chosen }: Union): boolean {
  return chosen === -1 || Array.isArray(error.params.passingSchemas)
}

/** Whether an error comes from the chosen kind of the innermost union it lies in, and that union from chosen kinds. */
function isOfChosenKinds(unions: readonly Union[], error: ErrorObject): boolean {
  const around = unions.filter((union) => union.error !== error && kindIndex(union, error) !== -1)
  const innermost = around.toSorted((a, b) => depth(b) - depth(a))[0]
  if (innermost === undefined) return true
  return kindIndex(innermost, error) === innermost.chosen && isOfChosenKinds(unions, innermost.error)
}

/** Which kind of a union an error comes from, -1 for none. A schema that refers to itself is told apart by place. */
function kindIndex({ error: union }: Union, error: ErrorObject): number {
  const isInside = `${error.instancePath}/`.startsWith(`${union.instancePath}/`)
  const [, index] =
    isInside && error.schemaPath.startsWith(`${union.schemaPath}/`)
      ? error.schemaPath.slice(union.schemaPath.length).split('/')
      : []
  return index === undefined ? -1 : Number(index)
}

function depth({ error }: Union): number {
  return error.instancePath.length + error.schemaPath.length
}

function toFinding({ instancePath, keyword, params }: ErrorObject): Finding {
  const key: unknown = keyword === 'required' ? params.missingProperty : params.additionalProperty
  return { pointer: instancePath + (typeof key === 'string' ? formatPointer([key]) : ''), rule: keyword, params }
}

function isBelowSecret(value: JsonValue, pointer: string): boolean {
  const tokens = parsePointer(pointer)
  return tokens.some((_, depth) => isSecretMarker(getAt(value, formatPointer(tokens.slice(0, depth + 1)))))
}
