import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isSectionName } from '@strata/layered-config'
import { validationError } from '#bff/errors/app-error.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { publicMembers } from '#bff/http/request.ts'
import { unmeantName } from '#bff/validation/unmeant-name.ts'
import type { LoadedCategory } from '../loaded-category.ts'

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

/** Throws `invalid` for a name that no section can have. */
export function assertSection(section: string): void {
  if (isSectionName(section)) return
  throw validationError({
    [dottedPath([section])]: {
      invalid: { message: 'No section can have this name: choose a zone, a node or "default".', value: section },
    },
  })
}

/**
 * Throws `invalid` where storing `fields` would create the category, or a section of it, under a name that nobody can
 * have meant. What has such a name already may be written. A section is named from `base` on.
 */
export function assertNamesMeant(
  { name, document }: LoadedCategory,
  fields: JsonObject,
  base: readonly string[] = [],
): void {
  const stored = document?.fields ?? {}
  const created = [
    ...(document === undefined ? [{ name, path: 'id', what: 'category' }] : []),
    ...Object.keys(fields)
      .filter((section) => !Object.hasOwn(stored, section))
      .map((section) => ({ name: section, path: dottedPath([section].slice(base.length)), what: 'section' })),
  ]
  const errors = created.flatMap(({ name, path, what }) => {
    const message = unmeantName(name, what)
    return message === undefined ? [] : [[path, { invalid: { message, value: name } }] as const]
  })
  if (errors.length > 0) throw validationError(Object.fromEntries(errors))
}
