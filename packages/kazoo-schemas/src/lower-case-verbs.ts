import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/**
 * A storage document with the verb of its HTTP back-ends in lower case, as it is validated and stored: `POST` is taken
 * for `post`. Everything else stays. Changes nothing in place.
 */
export function lowerCaseVerbs(document: JsonObject): JsonObject {
  return mapKey(document, 'attachments', (attachments) =>
    isJsonObject(attachments)
      ? Object.fromEntries(Object.entries(attachments).map(([id, entry]) => [id, lowerCaseVerb(entry)]))
      : attachments,
  )
}

function lowerCaseVerb(entry: JsonValue): JsonValue {
  if (!isJsonObject(entry) || entry.handler !== 'http') return entry
  return mapKey(entry, 'settings', (settings) =>
    isJsonObject(settings)
      ? mapKey(settings, 'verb', (verb) => (typeof verb === 'string' ? verb.toLowerCase() : verb))
      : settings,
  )
}

function mapKey(object: JsonObject, key: string, map: (value: JsonValue) => JsonValue): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined
  return value === undefined ? object : { ...object, [key]: map(value) }
}
