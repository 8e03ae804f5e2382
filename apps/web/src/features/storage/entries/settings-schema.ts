import { type FieldSchema, subschema } from '#web/components/schema-form/field-schema.ts'

interface EntrySchema {
  /** The schema of a back-end of one kind, or of a connection. */
  readonly schema: FieldSchema
  readonly resolve: (schema: FieldSchema) => FieldSchema
  /** Of the whole document: what the settings may refer to. */
  readonly definitions: FieldSchema['definitions']
}

/**
 * The settings of an entry as one flat group of fields.
 * - alternatives within the settings (how Google's storage signs in) are fields side by side: the page offers one of them
 * - a key that the schema does not know but a handler needs is a field all the same
 */
export function settingsSchema(
  { schema, resolve, definitions }: EntrySchema,
  alsoKnown: readonly string[],
): FieldSchema {
  const settings = resolve(subschema(schema.properties?.settings) ?? {})
  const alternatives = [...(settings.oneOf ?? []), ...(settings.anyOf ?? [])].map((option) =>
    resolve(subschema(option) ?? {}),
  )
  const own = Object.fromEntries(alsoKnown.map((key) => [key, { type: 'string' } satisfies FieldSchema]))
  return {
    type: 'object',
    properties: Object.assign({}, own, settings.properties, ...alternatives.map(({ properties }) => properties ?? {})),
    ...(settings.required === undefined ? {} : { required: settings.required }),
    ...(definitions === undefined ? {} : { definitions }),
  }
}

/** The same group with only these fields, in this order, or with all but these. */
export function withFields(schema: FieldSchema, keys: readonly string[]): FieldSchema {
  const properties = schema.properties ?? {}
  return {
    ...schema,
    properties: Object.fromEntries(
      keys.flatMap((key) => (properties[key] === undefined ? [] : [[key, properties[key]] as const])),
    ),
  }
}
