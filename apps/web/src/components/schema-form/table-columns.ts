import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { humanise } from '@strata/kazoo-schemas'
import type { Resolve } from './create-resolve.ts'
import { type FieldSchema, listedValues, schemaType, subschema } from './field-schema.ts'
import { emptyOf, jsonType } from './json-type.ts'
import { variantsOf } from './variants.ts'

/** A field that every item of a list has. */
export interface TableColumn {
  readonly name: string
  readonly title: string
  /** Undefined where no schema describes it. */
  readonly schema: FieldSchema | undefined
}

/** More would not stand beside each other. */
const MOST_COLUMNS = 5

/**
 * The columns of a list that can be shown as a table; undefined for any other list.
 * - its items are objects of the same few single values: those its schema declares, and no others, or else, where it
 *   declares none, those that every item holds
 */
export function tableColumns(
  item: FieldSchema,
  items: readonly JsonValue[],
  resolve: Resolve,
): readonly TableColumn[] | undefined {
  if (variantsOf(item, resolve) !== undefined || !isEachRow(items)) return undefined
  const declared = Object.entries(item.properties ?? {}).map(([name, property]): TableColumn => {
    const schema = resolve(subschema(property) ?? {})
    return { name, title: schema.title ?? humanise(name), schema }
  })
  const columns = declared.length > 0 ? declared : freeColumns(items)
  const names = new Set(columns.map(({ name }) => name))
  const isTable =
    columns.length > 0 &&
    columns.length <= MOST_COLUMNS &&
    columns.every(({ schema }) => schema === undefined || isSingle(schema, resolve)) &&
    items.every((row) => Object.keys(row).every((key) => names.has(key)))
  return isTable ? columns : undefined
}

/** A new row: what its schema asks for comes later, what no schema describes is of the type it has in the others. */
export function emptyRow(columns: readonly TableColumn[], [first]: readonly JsonValue[]): JsonObject {
  const known = isJsonObject(first) ? first : {}
  const free = columns.filter(({ schema }) => schema === undefined)
  return Object.fromEntries(free.map(({ name }) => [name, emptyOf(jsonType(known[name] ?? ''))]))
}

function isEachRow(items: readonly JsonValue[]): items is JsonObject[] {
  return items.length > 0 && items.every((item) => isJsonObject(item) && Object.values(item).every(isSingleValue))
}

function isSingleValue(value: JsonValue): boolean {
  return value !== null && typeof value !== 'object'
}

function isSingle(schema: FieldSchema, resolve: Resolve): boolean {
  const type = schemaType(schema)
  const isOfOne = type === 'string' || type === 'number' || type === 'boolean' || listedValues(schema).length > 0
  return isOfOne && variantsOf(schema, resolve) === undefined
}

/** Undescribed columns are those that all rows have. */
function freeColumns([first = {}, ...others]: readonly JsonObject[]): TableColumn[] {
  const names = Object.keys(first)
  const isAlike = others.every((row) => names.every((name) => Object.hasOwn(row, name)))
  return isAlike ? names.map((name) => ({ name, title: name, schema: undefined })) : []
}
