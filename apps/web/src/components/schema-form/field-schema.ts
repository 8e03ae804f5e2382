import { getSchemaType, type RJSFSchema } from '@rjsf/utils'
import type { JsonObject, JsonValue } from '@strata/json'
import type { JsonType } from './json-type.ts'

/** One node of the schema that a form is made from. */
export type FieldSchema = RJSFSchema

/** Reads a schema as the server sent it. */
export function toFieldSchema(schema: JsonObject): FieldSchema {
  return schema as FieldSchema
}

/** The JSON type a schema asks for: as it says, or as its other keywords imply. Undefined where it takes anything. */
export function schemaType(schema: FieldSchema): JsonType | undefined {
  const type = getSchemaType(schema)
  switch (type) {
    case 'integer':
      return 'number'
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return type
    default:
      return undefined
  }
}

/** The values an enum lists; none where there is no enum. Schemas hold JSON, which RJSF's types do not say. */
export function listedValues(schema: FieldSchema): JsonValue[] {
  return (schema.enum ?? []) as JsonValue[]
}

/** The default a schema states. */
export function statedDefault(schema: FieldSchema): JsonValue | undefined {
  return schema.default as JsonValue | undefined
}

/** A schema node that stands where JSON Schema also allows `true` and `false`. */
export function subschema(node: FieldSchema | boolean | undefined): FieldSchema | undefined {
  return typeof node === 'object' ? node : undefined
}
