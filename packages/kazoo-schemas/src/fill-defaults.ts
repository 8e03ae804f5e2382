import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { branchIndex } from './branch-index.ts'
import { matchesType } from './matches-type.ts'
import { type LocatedSchema, locateDocument, resolveReference } from './reference.ts'
import { MissingSchemaError, type SchemaLookup } from './schema-lookup.ts'
import { translatePattern } from './translate-pattern.ts'

/**
 * A copy of `value` with the defaults of `schema` where it says nothing, as KAZOO's validator writes them.
 * - `schema` is KAZOO's own, not a normalised one: a default counts only with a `type` beside it that it matches
 * - objects and list items that are there are filled; none is made unless it has a default itself
 * - of alternatives, those that the value means are filled
 * - a reference to a schema nobody has fills nothing
 * Changes neither argument.
 */
export function fillDefaults(value: JsonValue, schema: JsonObject, lookup: SchemaLookup): JsonValue {
  return fill(value, locateDocument('', schema), (reference, from) => resolveReference(reference, from, lookup))
}

/** As `fillDefaults`, but throws `MissingSchemaError` where a reference that a value reaches leads nowhere. */
export function fillDefaultsStrictly(value: JsonValue, schema: JsonObject, lookup: SchemaLookup): JsonValue {
  return fill(value, locateDocument('', schema), (reference, from) => {
    const target = resolveReference(reference, from, lookup)
    if (!target) throw new MissingSchemaError(reference)
    return target
  })
}

type Resolve = (reference: string, from: LocatedSchema) => LocatedSchema | undefined

function fill(value: JsonValue, located: LocatedSchema, resolve: Resolve): JsonValue {
  if (Array.isArray(value)) return fillItems(value, located, resolve)
  if (!isJsonObject(value)) return value
  const { $ref } = located.schema
  const target = typeof $ref === 'string' ? resolve($ref, located) : undefined
  const referred = target ? fill(value, target, resolve) : value
  const own = isJsonObject(referred) ? fillProperties(referred, located, resolve) : referred
  return alternatives(own, located, resolve).reduce((filled, branch) => fill(filled, branch, resolve), own)
}

function fillItems(value: JsonValue[], located: LocatedSchema, resolve: Resolve): JsonValue {
  const { items } = located.schema
  return isJsonObject(items) ? value.map((item) => fill(item, at(located, items), resolve)) : value
}

function fillProperties(value: JsonObject, located: LocatedSchema, resolve: Resolve): JsonObject {
  const properties = new Map(schemasIn(located.schema.properties))
  const patterns = patternsOf(located.schema)
  const present = Object.entries(value).map(([key, child]): [string, JsonValue] => {
    const declared = properties.get(key)
    const matching = patterns.filter(({ pattern }) => pattern.test(key)).map(({ schema }) => schema)
    const schemas = declared ? [declared, ...matching] : matching
    return [key, schemas.reduce((filled, schema) => fill(filled, at(located, schema), resolve), child)]
  })
  const absent = [...properties].flatMap(([key, schema]): [string, JsonValue][] =>
    !Object.hasOwn(value, key) && schema.default !== undefined && matchesType(schema.default, schema.type)
      ? [[key, fill(schema.default, at(located, schema), resolve)]]
      : [],
  )
  return Object.fromEntries([...present, ...absent])
}

/** The subschemas of combinators that speak about `value`. */
function alternatives(value: JsonValue, located: LocatedSchema, resolve: Resolve): LocatedSchema[] {
  const { allOf, anyOf, oneOf } = located.schema
  const every = branchesOf(allOf, located, resolve)
  return [...every, ...[anyOf, oneOf].flatMap((branches) => meant(value, branchesOf(branches, located, resolve)))]
}

function branchesOf(branches: JsonValue | undefined, located: LocatedSchema, resolve: Resolve): LocatedSchema[] {
  return (Array.isArray(branches) ? branches : []).filter(isJsonObject).map((branch) => {
    const target = typeof branch.$ref === 'string' ? resolve(branch.$ref, located) : undefined
    return target ?? at(located, branch)
  })
}

function meant(value: JsonValue, branches: LocatedSchema[]): LocatedSchema[] {
  const index = branchIndex(
    branches.map(({ schema }) => schema),
    value,
  )
  return branches.filter(({ schema }, position) => (index === undefined ? fits(value, schema) : position === index))
}

function fits(value: JsonValue, { type, required }: JsonObject): boolean {
  const names = Array.isArray(required) ? required : []
  return (
    (type === undefined || matchesType(value, type)) &&
    names.every((name) => isJsonObject(value) && typeof name === 'string' && Object.hasOwn(value, name))
  )
}

function schemasIn(schemas: JsonValue | undefined): [string, JsonObject][] {
  return isJsonObject(schemas)
    ? Object.entries(schemas).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))
    : []
}

function patternsOf({ patternProperties }: JsonObject): { pattern: RegExp; schema: JsonObject }[] {
  return schemasIn(patternProperties).flatMap(([key, schema]) => {
    const pattern = translatePattern(key)
    return pattern === undefined ? [] : [{ pattern: new RegExp(pattern, 'u'), schema }]
  })
}

function at(located: LocatedSchema, schema: JsonObject): LocatedSchema {
  return { ...located, schema }
}
