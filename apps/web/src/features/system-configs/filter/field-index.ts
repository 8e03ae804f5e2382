import { formatPointer, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isGroup, isSecretMarker } from '@strata/layered-config'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { fuzzyFilter } from './fuzzy-filter.ts'

/** A field as a filter sees it. */
export interface IndexedField {
  readonly pointer: string
  /** Everything it can be found by. */
  readonly text: string
}

/**
 * The fields of a form that hold a value each, in the form's order, and after them the keys that only the data knows.
 * - found by title, key, path, description, and by their values: the section's own and the inherited one
 * - fields inside lists are found by the list
 */
export function indexFields(form: FormValidator, own: JsonObject, inherited: JsonObject): IndexedField[] {
  return fieldsOf({ form, schema: form.schema, pointer: '', words: '', own, inherited })
}

interface FieldPlace {
  form: FormValidator
  schema: FormValidator['schema']
  pointer: string
  words: string
  own: JsonValue | undefined
  inherited: JsonValue | undefined
}

function fieldsOf(place: FieldPlace): IndexedField[] {
  const { form, pointer, words, own, inherited } = place
  const schema = form.resolve(place.schema)
  const properties = schema.properties ?? {}
  const keys = new Set([...Object.keys(properties), ...keysOf(own), ...keysOf(inherited)])
  if (keys.size === 0 && pointer !== '') {
    return [{ pointer, text: [words, schema.title, schema.description, textOf(own), textOf(inherited)].join(' ') }]
  }
  return [...keys].flatMap((key) => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined
    return fieldsOf({
      form,
      schema: typeof property === 'object' ? property : {},
      pointer: pointer + formatPointer([key]),
      words: `${words} ${schema.title ?? ''} ${key}`,
      own: memberOf(own, key),
      inherited: memberOf(inherited, key),
    })
  })
}

/** The pointers of the fields that a filter's text finds; all of them for a blank one. */
export function searchFields(fields: readonly IndexedField[], text: string): string[] {
  const found = fuzzyFilter(
    fields.map((field) => field.text),
    text,
  )
  return found.flatMap((index) => fields[index]?.pointer ?? [])
}

/** Whether a place is one of those found, lies around one, or inside one. */
export function isNear(found: ReadonlySet<string>, pointer: string): boolean {
  if (found.has(pointer)) return true
  for (const hit of found) if (hit.startsWith(`${pointer}/`) || pointer.startsWith(`${hit}/`)) return true
  return false
}

function keysOf(value: JsonValue | undefined): string[] {
  return isGroup(value) ? Object.keys(value) : []
}

function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined) return ''
  if (isSecretMarker(value)) return value.shown ?? ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
