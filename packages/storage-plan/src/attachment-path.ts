import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { defaultFields } from './handlers/handlers.ts'
import { decodeSegment, encodeSegment } from './percent-encode.ts'
import { withoutTrailingSlashes } from './without-trailing-slashes.ts'

/** A document with a file, as a path is built from it. */
export interface AttachmentDocument {
  /** `pvt_account_id`. */
  readonly accountId: string | undefined
  /** Its database, plain or encoded. */
  readonly database: string
  readonly id: string
  /** The file's name. */
  readonly attachment: string
  /** Its fields; private ones are not looked at. */
  readonly fields: JsonObject
}

/**
 * Where a back-end puts a document's file: the path below its bucket, container, drive or base URL.
 * - the items of `field_list`, else of the handler's own list, joined by `field_separator` or `/`; items that the document
 *   has no value for are left out; values are encoded, texts stand as they are
 * - below `path`, else below `folder_base_path` and `folder_path`; `file` is the whole path
 * Settings of another type than their schema's count as unset. Never throws.
 * Source: kz_att_util:format_url/4.
 */
export function attachmentPath(handler: string, settings: JsonObject, document: AttachmentDocument): string {
  const file = textOf(settings.file)
  if (file !== undefined) return file
  const fields = Array.isArray(settings.field_list) ? settings.field_list : defaultFields(handler)
  const path = segmentsOf(fields, document).join(textOf(settings.field_separator) ?? '/')
  const folder = folderOf(settings)
  return folder === undefined ? path : `${withoutTrailingSlashes(folder)}/${path}`
}

function folderOf(settings: JsonObject): string | undefined {
  const [path, base, folder] = [settings.path, settings.folder_base_path, settings.folder_path].map(textOf)
  if (path !== undefined) return path
  return base === undefined || folder === undefined ? (base ?? folder) : joinFolders(base, folder)
}

/**
 * One folder below another; an absolute one stands by itself.
 * - below an empty one it becomes absolute
 * - repeated slashes become one, a `.` between two of them goes, and so does a slash at the end, except of the root
 * Source: filename:join/2.
 */
function joinFolders(base: string, folder: string): string {
  const joined = folder.startsWith('/') || folder === '' ? folder || base : `${base}/${folder}`
  const plain = joined.replaceAll(/\/(?:\.?\/)+/g, '/')
  return plain === '/' ? plain : plain.replace(/\/$/, '')
}

function segmentsOf(fields: readonly JsonValue[], document: AttachmentDocument): string[] {
  return fields.map((field) => segmentOf(field, document)).filter((segment) => segment !== undefined)
}

function segmentOf(field: JsonValue, document: AttachmentDocument): string | undefined {
  if (typeof field === 'string') return field
  if (!isJsonObject(field)) return undefined
  if (Array.isArray(field.group)) return segmentsOf(field.group, document).join('')
  if (typeof field.arg === 'string') return encoded(argument(field.arg, document))
  if (typeof field.field === 'string') return encoded(fieldValue(field.field, document))
  return textOf(field.const)
}

function argument(name: string, { accountId, database, id, attachment }: AttachmentDocument): string | undefined {
  if (name === 'account_id') return accountId ?? 'unknown_account'
  if (name === 'db') return decodeSegment(database)
  if (name === 'id') return id
  return name === 'attachment' ? attachment : undefined
}

/** Public fields only; `id` is one of them. Empty ones count as missing. */
function fieldValue(key: string, { id, fields }: AttachmentDocument): string | undefined {
  if (key === 'id') return id
  if (key.startsWith('_') || key.startsWith('pvt_') || !Object.hasOwn(fields, key)) return undefined
  return printed(fields[key]) || undefined
}

/** A value as KAZOO prints it: an object as JSON, of a list the texts without anything between. */
function printed(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (isJsonObject(value)) return JSON.stringify(value)
  return Array.isArray(value) ? printedList(value) : textOf(value)
}

/** Numbers in a list are characters of ASCII; a list that holds anything else cannot be printed. */
function printedList(list: readonly JsonValue[]): string | undefined {
  const parts = list.map((item) => {
    if (typeof item === 'string') return item
    if (Array.isArray(item)) return printedList(item)
    const isCharacter = typeof item === 'number' && Number.isInteger(item) && item >= 0 && item < 128
    return isCharacter ? String.fromCharCode(item) : undefined
  })
  return parts.includes(undefined) ? undefined : parts.join('')
}

function encoded(value: string | undefined): string | undefined {
  return value === undefined ? undefined : encodeSegment(value)
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
