import { getAt, isJsonObject, type JsonObject } from '@strata/json'
import { readSchema } from './readings.ts'
import type { SchemaLookup } from './schema-lookup.ts'

/** A schema and the document it stands in, which its `#/…` references point into. */
export interface LocatedSchema {
  /** Names the place: the same key, the same schema. */
  readonly key: string
  readonly schema: JsonObject
  readonly documentId: string
  readonly document: JsonObject
}

/**
 * What a `$ref` of KAZOO names, or `undefined` when there is no such schema.
 * - a document id, also written `./id` or `file://id`
 * - `#` and `#/…` point into the document that holds the reference
 */
export function resolveReference(
  reference: string,
  from: LocatedSchema,
  lookup: SchemaLookup,
): LocatedSchema | undefined {
  const [id = '', fragment = ''] = reference
    .replace(/^file:\/\//, '')
    .replace(/^\.\//, '')
    .split('#', 2)
  const documentId = id === '' ? from.documentId : id
  const document = id === '' ? from.document : readSchema(id, lookup)
  const schema = document && isPointer(fragment) ? getAt(document, fragment) : undefined
  return document && isJsonObject(schema)
    ? { key: `${documentId}#${fragment}`, schema, documentId, document }
    : undefined
}

/** A schema that is a document of its own. */
export function locateDocument(documentId: string, document: JsonObject): LocatedSchema {
  return { key: `${documentId}#`, schema: document, documentId, document }
}

function isPointer(fragment: string): boolean {
  return /^(\/([^~]|~[01])*)?$/.test(fragment)
}
