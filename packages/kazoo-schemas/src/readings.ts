import { getAt, isJsonObject, type JsonObject, setAt } from '@strata/json'
import type { SchemaLookup } from './schema-lookup.ts'

const passwordType = '/properties/settings/properties/credentials/properties/password/type'

/** Where KAZOO's schema says something it cannot mean, what it is read as. By schema id. */
const readings: ReadonlyMap<string, (schema: JsonObject) => JsonObject> = new Map([
  // KAZOO connects with a string, but its schema asks for an integer: both may be stored.
  ['storage.connection.couchdb', (schema) => passwordOfEitherType(schema)],
])

/** The schema `id` as it is to be read: KAZOO's own facts, but for the few that cannot be meant. */
export function readSchema(id: string, lookup: SchemaLookup): JsonObject | undefined {
  const schema = lookup(id)
  const reading = readings.get(id)
  return schema && reading ? reading(schema) : schema
}

function passwordOfEitherType(schema: JsonObject): JsonObject {
  if (getAt(schema, passwordType) !== 'integer') return schema
  const read = setAt(schema, passwordType, ['string', 'integer'])
  return isJsonObject(read) ? read : schema
}
