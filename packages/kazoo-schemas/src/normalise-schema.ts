import { deepEqual, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { humanise } from './humanise.ts'
import { isCheckedFormat } from './kazoo-formats.ts'
import { readSchema } from './readings.ts'
import { type LocatedSchema, locateDocument, resolveReference } from './reference.ts'
import { MissingSchemaError, type SchemaLookup } from './schema-lookup.ts'
import { translatePattern } from './translate-pattern.ts'

/**
 * The schema `id` as one self-contained draft-07 schema, for AJV and for forms alike.
 * - a `$ref` gives way to what it names, so that each place has its own label; siblings of a `$ref` apply too
 * - what refers to itself stands in `definitions`, under its id
 * - a reference to a schema nobody has accepts nothing, as in KAZOO, and says so in `$comment`
 * - properties without a title get one from their key
 * - exclusive limits, POSIX classes and draft-03's boolean `required` are put the draft-07 way
 * - keywords, formats and patterns that KAZOO ignores or JavaScript cannot read are left out
 * Throws `MissingSchemaError` when there is no schema `id`. Changes nothing that `lookup` gives.
 */
export function normaliseSchema(id: string, lookup: SchemaLookup): JsonObject {
  const document = readSchema(id, lookup)
  if (!document) throw new MissingSchemaError(id)
  return normaliseDocument(id, document, lookup)
}

/** As `normaliseSchema`, of a schema that is not in the set itself. */
export function normaliseDocument(id: string, document: JsonObject, lookup: SchemaLookup): JsonObject {
  const walk: Walk = { lookup, recursive: new Map() }
  const root = locateDocument(id, document)
  const schema = normalise({ ...root, walk, within: [root.key] })
  const definitions = defineRecursive(walk)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...schema,
    ...(Object.keys(definitions).length > 0 ? { definitions } : {}),
  }
}

interface Walk {
  readonly lookup: SchemaLookup
  /** Schemas met inside themselves, by key. */
  readonly recursive: Map<string, LocatedSchema>
}

interface Place extends LocatedSchema {
  readonly walk: Walk
  /** Keys of the schemas this place stands in. */
  readonly within: readonly string[]
}

function defineRecursive(walk: Walk): JsonObject {
  const definitions: JsonObject = {}
  // A definition may meet further ones: a Map gives those that are added on the way, too.
  for (const [key, located] of walk.recursive) {
    definitions[definitionName(key)] = normalise({ ...located, walk, within: [key] })
  }
  return definitions
}

function definitionName(key: string): string {
  return key.replace(/#$/, '').replaceAll(/[^\w.-]/g, '_')
}

function normalise(place: Place): JsonObject {
  const { $ref, ...siblings } = place.schema
  const own = Object.fromEntries(
    Object.entries(siblings).flatMap(([keyword, value]) => Object.entries(normaliseKeyword(keyword, value, place))),
  )
  return typeof $ref === 'string' ? both(followReference($ref, place), own) : own
}

function followReference(reference: string, place: Place): JsonObject {
  const target = resolveReference(reference, place, place.walk.lookup)
  if (!target) return { not: {}, $comment: `There is no schema "${reference}".` }
  if (!place.within.includes(target.key)) {
    return normalise({ ...target, walk: place.walk, within: [...place.within, target.key] })
  }
  place.walk.recursive.set(target.key, target)
  return { $ref: `#/definitions/${definitionName(target.key)}` }
}

/** A schema for what satisfies both. Of two titles, descriptions or defaults the nearer one is shown. */
function both(referred: JsonObject, siblings: JsonObject): JsonObject {
  const { title, description, default: initial, ...rest } = siblings
  const notes = Object.fromEntries(Object.entries({ title, description, default: initial }).filter(isDefined))
  const added = Object.fromEntries(Object.entries(rest).filter(([key, value]) => !deepEqual(referred[key], value)))
  if (Object.keys(added).length > 0) return { ...notes, allOf: [referred, added] }
  return { ...referred, ...notes }
}

function isDefined(entry: [string, JsonValue | undefined]): entry is [string, JsonValue] {
  return entry[1] !== undefined
}

/** What a keyword of KAZOO's becomes: the same, several keywords, or nothing. */
function normaliseKeyword(keyword: string, value: JsonValue, place: Place): JsonObject {
  const normaliser = normalisers.get(keyword)
  return normaliser ? normaliser(value, place, keyword) : {}
}

type KeywordNormaliser = (value: JsonValue, place: Place, keyword: string) => JsonObject

const keep: KeywordNormaliser = (value, _place, keyword) => ({ [keyword]: value })

const keepStrings: KeywordNormaliser = (value, _place, keyword) =>
  typeof value === 'string' ? { [keyword]: value } : {}

const subschema: KeywordNormaliser = (value, place, keyword) => ({ [keyword]: normaliseSubschema(value, place) })

const subschemas: KeywordNormaliser = (value, place, keyword) =>
  Array.isArray(value) ? { [keyword]: value.map((item) => normaliseSubschema(item, place)) } : {}

const limit =
  (exclusive: string): KeywordNormaliser =>
  (value, place, keyword) => ({ [place.schema[exclusive] === true ? exclusive : keyword]: value })

const normalisers: ReadonlyMap<string, KeywordNormaliser> = new Map<string, KeywordNormaliser>([
  ['title', keepStrings],
  ['description', keepStrings],
  ['type', (value) => (isKnownType(value) ? { type: value } : {})],
  ['enum', keep],
  ['default', keep],
  ['multipleOf', keep],
  ['minLength', keep],
  ['maxLength', keep],
  ['minItems', keep],
  ['maxItems', keep],
  ['uniqueItems', keep],
  ['minProperties', keep],
  ['maxProperties', keep],
  ['minimum', limit('exclusiveMinimum')],
  ['maximum', limit('exclusiveMaximum')],
  ['pattern', (value) => patternKeyword(value)],
  ['format', (value) => (isCheckedFormat(value) ? { format: value } : {})],
  ['required', (value, place) => requiredKeyword(value, place)],
  ['properties', (value, place) => propertiesKeyword(value, place)],
  ['patternProperties', (value, place) => patternPropertiesKeyword(value, place)],
  ['additionalProperties', (value, place, keyword) => additionalPropertiesKeyword(value, place, keyword)],
  ['items', (value, place, keyword) => (Array.isArray(value) ? subschemas : subschema)(value, place, keyword)],
  ['additionalItems', subschema],
  ['dependencies', (value, place) => dependenciesKeyword(value, place)],
  ['allOf', subschemas],
  ['anyOf', subschemas],
  ['oneOf', subschemas],
  ['not', subschema],
])

/** `any`, which draft-03 knows, asks for nothing. */
function isKnownType(value: JsonValue): boolean {
  const known: JsonValue[] = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']
  return Array.isArray(value) ? value.every((name) => known.includes(name)) : known.includes(value)
}

function normaliseSubschema(value: JsonValue, place: Place): JsonValue {
  return isJsonObject(value) ? normalise({ ...place, schema: value }) : value
}

function mapSchemas(value: JsonObject, place: Place): [string, JsonValue][] {
  return Object.entries(value).map(([key, schema]) => [key, normaliseSubschema(schema, place)])
}

function patternKeyword(value: JsonValue): JsonObject {
  const pattern = typeof value === 'string' ? translatePattern(value) : undefined
  return pattern === undefined ? {} : { pattern }
}

function propertiesKeyword(value: JsonValue, place: Place): JsonObject {
  if (!isJsonObject(value)) return {}
  const titled = mapSchemas(value, place).map(([key, schema]) => [
    key,
    isJsonObject(schema) ? { title: humanise(key), ...schema } : schema,
  ])
  const required = draft03Required(value)
  return {
    properties: Object.fromEntries(titled),
    ...(required.length > 0 && !Array.isArray(place.schema.required) ? { required } : {}),
  }
}

function requiredKeyword(value: JsonValue, place: Place): JsonObject {
  if (!Array.isArray(value)) return {}
  const { properties } = place.schema
  const required = new Set([...value, ...(isJsonObject(properties) ? draft03Required(properties) : [])])
  return required.size > 0 ? { required: [...required] } : {}
}

function draft03Required(properties: JsonObject): string[] {
  return Object.keys(properties).filter((key) => {
    const schema = properties[key]
    return isJsonObject(schema) && schema.required === true
  })
}

function patternPropertiesKeyword(value: JsonValue, place: Place): JsonObject {
  if (!isJsonObject(value)) return {}
  const readable = mapSchemas(value, place).flatMap(([key, schema]) => {
    const pattern = translatePattern(key)
    return pattern === undefined ? [] : [[pattern, schema]]
  })
  return { patternProperties: Object.fromEntries(readable) }
}

/** Beside a key pattern that cannot be read nothing is refused: the key could be one of its. */
function additionalPropertiesKeyword(value: JsonValue, place: Place, keyword: string): JsonObject {
  const { patternProperties } = place.schema
  const patterns = isJsonObject(patternProperties) ? Object.keys(patternProperties) : []
  return patterns.every((pattern) => translatePattern(pattern) !== undefined) ? subschema(value, place, keyword) : {}
}

function dependenciesKeyword(value: JsonValue, place: Place): JsonObject {
  return isJsonObject(value) ? { dependencies: Object.fromEntries(mapSchemas(value, place)) } : {}
}
