import { formatPointer, getAt, isJsonObject, type JsonValue } from '@strata/json'
import { configSectionSource } from './config-schemas.ts'
import { type LocatedSchema, locateDocument, resolveReference } from './reference.ts'
import { schemaDefaults } from './schema-defaults.ts'
import type { SchemaLookup } from './schema-lookup.ts'

/**
 * Defaults that the schema of `category` states but that never take effect, by the JSON Pointer of their place in a
 * section: an object around them has no default of its own, or they have no `type` beside them. A form may show them as
 * hints; they are no values.
 * - of objects with declared properties only: lists and maps have no place until they have entries
 */
export function defaultHints(category: string, lookup: SchemaLookup): ReadonlyMap<string, JsonValue> {
  const effective = schemaDefaults(category, lookup)
  const section = locateDocument('', configSectionSource(category, lookup))
  return new Map(
    [...statedDefaults(section, [], lookup)].filter(([pointer]) => getAt(effective, pointer) === undefined),
  )
}

function* statedDefaults(
  located: LocatedSchema,
  path: readonly string[],
  lookup: SchemaLookup,
  within: readonly string[] = [],
): Generator<[string, JsonValue]> {
  const { $ref, properties } = located.schema
  const target = typeof $ref === 'string' ? resolveReference($ref, located, lookup) : undefined
  if (target && !within.includes(target.key)) yield* statedDefaults(target, path, lookup, [...within, target.key])
  for (const [key, schema] of Object.entries(isJsonObject(properties) ? properties : {})) {
    if (!isJsonObject(schema)) continue
    const here = [...path, key]
    if (schema.default !== undefined) yield [formatPointer(here), schema.default]
    yield* statedDefaults({ ...located, schema }, here, lookup, within)
  }
}
