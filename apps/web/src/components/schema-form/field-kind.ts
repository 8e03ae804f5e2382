import type { JsonValue } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import type { FieldHints } from './field-hints.ts'
import { type FieldSchema, schemaType } from './field-schema.ts'
import { type JsonType, jsonType } from './json-type.ts'
import { acceptsNothing } from './merge-all-of.ts'
import type { Variant } from './variants.ts'

export type FieldKind =
  | 'custom'
  | 'secret'
  | 'variants'
  | 'choice'
  | 'group'
  | 'map'
  | 'list'
  | 'switch'
  | 'number'
  | 'text'
  | 'json'

interface FieldFacts {
  readonly schema: FieldSchema
  readonly value: JsonValue | undefined
  readonly isSecret: boolean
  readonly variants: readonly Variant[] | undefined
  readonly hints: FieldHints
}

/**
 * Which control edits a field. The first that holds:
 * - the page's own control, where it brings one
 * - a secret, by the marker that stands for it, or by its place; a group or list called `credentials` only holds some,
 *   and so does a union that may be one
 * - JSON, where no value satisfies the schema, and where the stored value is of another type than the schema asks for: no other control could show it whole.
 *   Texts and numbers show each other.
 * - what the schema asks for; JSON where it asks for nothing
 */
export function fieldKind({ schema, value, isSecret, variants, hints }: FieldFacts): FieldKind {
  if (hints.control !== undefined) return 'custom'
  const type = schemaType(schema)
  const isOneValue = canBeSecret(type) && (variants ?? []).every((variant) => canBeSecret(schemaType(variant.schema)))
  if (isSecretMarker(value)) return 'secret'
  if (isSecret && isOneValue && (value === undefined || typeof value === 'string')) return 'secret'
  if (variants !== undefined) return 'variants'
  if (acceptsNothing(schema) || type === undefined || type === 'null' || !fits(type, value)) return 'json'
  if (schema.enum !== undefined) return 'choice'
  switch (type) {
    case 'object':
      return Object.keys(schema.properties ?? {}).length === 0 ? 'map' : 'group'
    case 'array':
      return 'list'
    case 'boolean':
      return 'switch'
    case 'number':
      return 'number'
    case 'string':
      return 'text'
  }
}

function canBeSecret(type: JsonType | undefined): boolean {
  return type === undefined || type === 'string' || type === 'number'
}

function fits(type: string, value: JsonValue | undefined): boolean {
  if (value === undefined) return true
  const actual = jsonType(value)
  const isWritten = (name: string) => name === 'string' || name === 'number'
  return actual === type || (isWritten(type) && isWritten(actual))
}
