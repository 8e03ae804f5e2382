import { isJsonObject, type JsonValue } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import type { FieldSchema } from './field-schema.ts'

const TEXT: FieldSchema = { type: 'string' }
const NUMBER: FieldSchema = { type: 'number' }
const SWITCH: FieldSchema = { type: 'boolean' }
const TEXTS: FieldSchema = { type: 'array', items: TEXT }
const MAP: FieldSchema = { type: 'object' }
/** Not `{}`, which RJSF takes for a field that is not there. */
export const ANYTHING: FieldSchema = { $comment: 'any value' }

/** The types a new free value can be made as, by the name of its schema. */
export const FREE_TYPES = { text: TEXT, number: NUMBER, switch: SWITCH, list: TEXTS, group: MAP, json: ANYTHING }

/**
 * A schema to edit a value by that no schema describes: as what it is.
 * - lists that are not of texts are left to JSON
 * - what stands for a secret is an object that stands for a text
 */
export function freeSchema(value: JsonValue | undefined): FieldSchema {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? TEXTS : ANYTHING
  if (isSecretMarker(value)) return TEXT
  if (isJsonObject(value)) return MAP
  if (typeof value === 'string') return TEXT
  if (typeof value === 'number') return NUMBER
  return typeof value === 'boolean' ? SWITCH : ANYTHING
}
