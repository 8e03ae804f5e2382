import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { normaliseDocument } from './normalise-schema.ts'
import { readSchema } from './readings.ts'
import { MissingSchemaError, type SchemaLookup } from './schema-lookup.ts'

const wrapperId = 'system_configs'

/** What a section of a category without a schema must be: anything, but its `id` is a text. */
const freeSection: JsonObject = { type: 'object', properties: { id: { type: 'string' } } }

/**
 * KAZOO's own schema of one section of `category`: the category's, or that of a free section where there is none.
 * Not normalised: for `fillDefaults`.
 */
export function configSectionSource(category: string, lookup: SchemaLookup): JsonObject {
  return readSchema(sectionId(category), lookup) ?? freeSection
}

/**
 * KAZOO's own schema of the whole document of `category`: the wrapper, whose `default` and node and zone patterns refer
 * to the category's schema where there is one. Not normalised: for `fillDefaults`.
 * Throws `MissingSchemaError` without the wrapper `system_configs`.
 */
export function configDocumentSource(category: string, lookup: SchemaLookup): JsonObject {
  const wrapper = readSchema(wrapperId, lookup)
  if (!wrapper) throw new MissingSchemaError(wrapperId)
  return lookup(sectionId(category)) ? withSections(wrapper, { $ref: sectionId(category) }) : wrapper
}

/** The self-contained draft-07 schema of one section of `category`; see `normaliseSchema`. */
export function configSectionSchema(category: string, lookup: SchemaLookup): JsonObject {
  return normaliseDocument(sectionId(category), configSectionSource(category, lookup), lookup)
}

/**
 * The self-contained draft-07 schema of the whole document of `category`; see `normaliseSchema`.
 * The section's schema stands once, in `definitions`, although every section refers to it.
 * Throws `MissingSchemaError` without the wrapper `system_configs`.
 */
export function configDocumentSchema(category: string, lookup: SchemaLookup): JsonObject {
  const wrapper = readSchema(wrapperId, lookup)
  if (!wrapper) throw new MissingSchemaError(wrapperId)
  const document = normaliseDocument(wrapperId, wrapper, lookup)
  if (!lookup(sectionId(category))) return document
  const { $schema: _, definitions, ...section } = configSectionSchema(category, lookup)
  return {
    ...withSections(document, { $ref: '#/definitions/section' }),
    definitions: { ...(isJsonObject(definitions) ? definitions : {}), section },
  }
}

function sectionId(category: string): string {
  return `system_config.${category}`
}

/** The wrapper with every place of a section referring to the section's schema. */
function withSections(wrapper: JsonObject, section: JsonObject): JsonObject {
  const refer = (schemas: JsonValue | undefined, isSection: (key: string) => boolean): JsonObject =>
    Object.fromEntries(
      Object.entries(isJsonObject(schemas) ? schemas : {}).map(([key, schema]) => [
        key,
        isJsonObject(schema) && isSection(key) ? { ...schema, ...section } : schema,
      ]),
    )
  return {
    ...wrapper,
    properties: refer(wrapper.properties, (key) => key === 'default'),
    patternProperties: refer(wrapper.patternProperties, () => true),
  }
}
