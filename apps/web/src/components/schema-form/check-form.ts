import type { ErrorObject } from 'ajv'
import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { type FieldSchema, subschema } from './field-schema.ts'
import { isSecretMarker } from './secret-marker.ts'
import { type Variant, variantOf, variantsOf } from './variants.ts'

/** A rule of the schema that a value breaks; `params` as AJV gives them. */
export interface Finding {
  readonly pointer: string
  readonly rule: string
  readonly params: Readonly<Record<string, unknown>>
}

export interface Check {
  readonly schema: FieldSchema
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
    .filter((error) => !isUnion(error) || unions.some((union) => union.error === error && mustBeTold(union)))
    .filter((error) => unions.every((union) => union.error === error || isOfChosenKind(union, error)))
    .map(toFinding)
    .filter(({ pointer }) => !isBelowSecret(check.value, pointer))
    .filter(({ rule, pointer }) => rule !== 'required' || getAt(check.inherited, pointer) === undefined)
}

interface Union {
  readonly error: ErrorObject
  readonly chosen: Variant | undefined
  /** Where AJV says the errors of each kind come from, in the kinds' order. */
  readonly origins: readonly (readonly string[])[]
  readonly index: number
}

function isUnion({ keyword }: ErrorObject): boolean {
  return keyword === 'oneOf' || keyword === 'anyOf'
}

function toUnion({ schema, value, resolve }: Check, error: ErrorObject): Union {
  const node = schemaAt(schema, error.schemaPath.slice(0, -`/${error.keyword}`.length))
  const variants = variantsOf(node, resolve) ?? []
  const chosen = variantOf(variants, getAt(value, error.instancePath))
  const options: readonly (FieldSchema | boolean)[] = node.oneOf ?? node.anyOf ?? []
  return {
    error,
    chosen,
    index: chosen === undefined ? -1 : variants.indexOf(chosen),
    origins: options.map((option, index) => {
      const reference = subschema(option)?.$ref
      return [`${error.schemaPath}/${index}/`, ...(reference === undefined ? [] : [`${reference}/`])]
    }),
  }
}

/** A union's own error says nothing new once the chosen kind's errors are told, unless several kinds fit. */
function mustBeTold({ error, chosen }: Union): boolean {
  return chosen === undefined || Array.isArray(error.params.passingSchemas)
}

function isOfChosenKind({ error: union, origins, index }: Union, error: ErrorObject): boolean {
  const isInside = error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`)
  if (!isInside) return true
  const origin = origins.findIndex((paths) => paths.some((path) => error.schemaPath.startsWith(path)))
  return origin === -1 || origin === index
}

function toFinding({ instancePath, keyword, params }: ErrorObject): Finding {
  const key: unknown = keyword === 'required' ? params.missingProperty : params.additionalProperty
  return { pointer: instancePath + (typeof key === 'string' ? formatPointer([key]) : ''), rule: keyword, params }
}

function isBelowSecret(value: JsonValue, pointer: string): boolean {
  const tokens = parsePointer(pointer)
  return tokens.some((_, depth) => isSecretMarker(getAt(value, formatPointer(tokens.slice(0, depth + 1)))))
}

function schemaAt(schema: FieldSchema, schemaPath: string): FieldSchema {
  const node = parsePointer(decodeURIComponent(schemaPath.replace(/^[^#]*#/, ''))).reduce<unknown>(
    (parent, token) => (Array.isArray(parent) ? parent[Number(token)] : isJsonObject(parent) ? parent[token] : undefined),
    schema,
  )
  return isJsonObject(node) ? (node as FieldSchema) : {}
}
