import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isSectionName, type NameFault, nameFault } from '@strata/layered-config'
import { badIdentifier, validationError } from '#bff/errors.ts'
import { publicMembers } from '#bff/http/public-members.ts'
import { dottedPath } from '#bff/redaction/dotted-path.ts'
import type { LoadedCategory } from './loaded-category.ts'

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

const faults = {
  invisible: 'has a character that nobody sees or that turns the writing direction',
  slash: 'has a slash',
  long: 'has more than 255 bytes',
} satisfies Record<NameFault, string>

/**
 * Throws `invalid` where storing `fields` would create the category, or a section of it, under a name that nobody can
 * have meant. What has such a name already may be written.
 */
export function assertNamesMeant({ name, document }: LoadedCategory, fields: JsonObject): void {
  const stored = document?.fields ?? {}
  const created = [
    ...(document === undefined ? [{ name, path: 'id', what: 'category' }] : []),
    ...Object.keys(fields)
      .filter((section) => !Object.hasOwn(stored, section))
      .map((section) => ({ name: section, path: dottedPath([section]), what: 'section' })),
  ]
  const errors = created.flatMap(({ name, path, what }) => {
    const fault = nameFault(name)
    if (fault === undefined) return []
    const message = `This name ${faults[fault]}, so no new ${what} can have it: choose another.`
    return [[path, { invalid: { message, value: name } }] as const]
  })
  if (errors.length > 0) throw validationError(Object.fromEntries(errors))
}
