import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isSectionName } from '@strata/layered-config'
import { badIdentifier, validationError } from '#bff/errors.ts'
import { publicMembers } from '#bff/http/public-members.ts'
import { dottedPath } from '#bff/redaction/dotted-path.ts'

/** What of a section's body may be stored: its keys, but neither the id nor those that are private in KAZOO. */
export function sectionBody(data: JsonValue): JsonObject {
  if (!isJsonObject(data)) {
    throw validationError({
      '': { type: { message: 'The value is not of type(s): object.', target: 'object', value: data } },
    })
  }
  return publicMembers(data)
}

/** What of a document's body may be stored. */
export function documentBody(data: JsonValue): JsonObject {
  const fields = sectionBody(data)
  for (const name of Object.keys(fields)) assertSection(name)
  return fields
}

/** Throws `not-found` for a name that no category can have: CouchDB keeps those for itself. */
export function assertCategory(category: string): void {
  if (category.startsWith('_')) throw badIdentifier(category)
}

/** Throws `invalid` for a name that no section can have. */
export function assertSection(section: string): void {
  if (isSectionName(section)) return
  throw validationError({
    [dottedPath([section])]: {
      invalid: { message: 'No section can have this name: choose a zone, a node or "default".', value: section },
    },
  })
}
