import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/** What one part of a file's path can be. */
export const fieldKinds = ['arg', 'field', 'const', 'group'] as const

export type FieldKind = (typeof fieldKinds)[number]

/** What KAZOO knows of every file, by the names that `arg` takes. */
export const knownArguments = ['account_id', 'db', 'id', 'attachment'] as const

/** The kind of a part; undefined for one that is of none, or of several, which only its JSON can tell. */
export function kindOfField(field: JsonValue): FieldKind | undefined {
  if (!isJsonObject(field)) return undefined
  const [key, ...others] = Object.keys(field)
  const kind = fieldKinds.find((known) => known === key)
  if (kind === undefined || others.length > 0) return undefined
  return Array.isArray(field[kind]) === (kind === 'group') ? kind : undefined
}

/** A new part of a kind. */
export function newField(kind: FieldKind): JsonObject {
  switch (kind) {
    case 'arg':
      return { arg: 'id' }
    case 'field':
      return { field: 'owner_id' }
    case 'const':
      return { const: '' }
    case 'group':
      return { group: [] }
  }
}

/** A part as another kind: a group takes what was there into itself, and gives it back if there is but one. */
export function asKind(field: JsonValue, kind: FieldKind): JsonValue {
  if (kind === 'group') return { group: [field] }
  const inside = isJsonObject(field) && Array.isArray(field.group) ? field.group : []
  const [only, ...others] = inside
  return only !== undefined && others.length === 0 && kindOfField(only) === kind ? only : newField(kind)
}
