import { formatPointer, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/** A key that a section's schema declares, at any depth. */
export interface DeclaredKey {
  readonly pointer: string
  readonly schema: JsonObject
  /** Whether properties are declared below it. KAZOO then reads them one by one, else it reads the value whole. */
  readonly hasMembers: boolean
}

/** The keys that a section's schema declares, each before those below it. `schema` is a normalised one. */
export function declaredKeys(schema: JsonObject): DeclaredKey[] {
  return keysBelow(schema, [])
}

/**
 * Pointers of what `values` store although no schema knows it: keys that are not declared, where others are, and neither
 * a pattern nor further properties are provided for. What lies below such a key is not looked at.
 */
export function unknownKeys(schema: JsonObject, values: JsonObject): string[] {
  return unknownBelow(schema, values, [])
}

function keysBelow(schema: JsonObject, path: readonly string[]): DeclaredKey[] {
  return [...properties(schema)].flatMap(([key, property]) => {
    const below = [...path, key]
    return [
      { pointer: formatPointer(below), schema: property, hasMembers: properties(property).size > 0 },
      ...keysBelow(property, below),
    ]
  })
}

function unknownBelow(schema: JsonObject, values: JsonObject, path: readonly string[]): string[] {
  const declared = properties(schema)
  if (declared.size === 0) return []
  return Object.entries(values).flatMap(([key, value]) => {
    const property = declared.get(key)
    if (property === undefined) return isProvidedFor(schema, key) ? [] : [formatPointer([...path, key])]
    return isJsonObject(value) ? unknownBelow(property, value, [...path, key]) : []
  })
}

/** Declared by the schema itself or by what it adds to a schema it refers to. */
function properties(schema: JsonObject): Map<string, JsonObject> {
  return new Map(partsOf(schema).flatMap((part) => objectEntries(part.properties)))
}

function isProvidedFor(schema: JsonObject, key: string): boolean {
  return partsOf(schema).some(
    ({ additionalProperties, patternProperties }) =>
      additionalProperties === true ||
      isJsonObject(additionalProperties) ||
      objectEntries(patternProperties).some(([pattern]) => new RegExp(pattern, 'u').test(key)),
  )
}

function partsOf(schema: JsonObject): JsonObject[] {
  const { allOf } = schema
  return [schema, ...(Array.isArray(allOf) ? allOf.filter(isJsonObject).flatMap(partsOf) : [])]
}

function objectEntries(value: JsonValue | undefined): [string, JsonObject][] {
  return Object.entries(isJsonObject(value) ? value : {}).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1]),
  )
}
