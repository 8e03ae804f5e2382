import { isJsonObject, type JsonObject } from '@strata/json'
import { configDocumentSource } from './config-schemas.ts'
import { fillDefaultsStrictly } from './fill-defaults.ts'
import { MissingSchemaError, type SchemaLookup } from './schema-lookup.ts'

/**
 * The schema defaults of `category`: what its `default` section holds when nothing is stored.
 * - a nested default appears only where every object around it has a default of its own
 * - a default without a `type` beside it, or of another type, does not count
 * - `{}` for a category without a schema, and where a default leads to a schema nobody has
 * KAZOO takes `{}` as well where the defaults do not satisfy their schema. Whoever holds a validator checks that.
 * Throws `MissingSchemaError` without the wrapper `system_configs`.
 * Source: KAZOO's kapps_config_doc and its schema validator.
 */
export function schemaDefaults(category: string, lookup: SchemaLookup): JsonObject {
  const source = configDocumentSource(category, lookup)
  const document = filledOrNothing(source, lookup)
  return isJsonObject(document.default) ? document.default : {}
}

function filledOrNothing(source: JsonObject, lookup: SchemaLookup): JsonObject {
  try {
    const filled = fillDefaultsStrictly({}, source, lookup)
    return isJsonObject(filled) ? filled : {}
  } catch (error) {
    if (error instanceof MissingSchemaError) return {}
    throw error
  }
}
