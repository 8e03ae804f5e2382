import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isDatabaseName, isDocumentId } from '#bff/couch/names.ts'
import type { Attachment, WholeDocument } from '#bff/couch/store.ts'
import { isPublicField } from '#bff/couch/wire-document.ts'

/** What a backup says of itself in its first line; readers of other formats refuse it. */
export const backupFormat = 'strata-backup-1'

/** How much a backup holds. */
export interface BackupCounts {
  readonly databases: number
  readonly documents: number
  readonly attachments: number
}

/**
 * A line of a backup, in this order: one `head`; of every database its name, then its documents; one `end`. A backup
 * without its end is not whole.
 */
export type BackupLine =
  | { readonly is: 'head'; readonly kind: string; readonly made: string }
  | { readonly is: 'database'; readonly name: string }
  | { readonly is: 'document'; readonly document: WholeDocument }
  /** `checksum`: SHA-256 of every line before it, with their line ends. */
  | { readonly is: 'end'; readonly counts: BackupCounts; readonly checksum: string }

/** A line as JSON, without its end. */
export function lineToJson(line: BackupLine): JsonObject {
  switch (line.is) {
    case 'head':
      return { format: backupFormat, kind: line.kind, made: line.made }
    case 'database':
      return { database: line.name }
    case 'document': {
      const { id, fields, private: hidden, attachments } = line.document
      return { id, fields, private: hidden, attachments: attachments.map(attachmentToJson) }
    }
    case 'end':
      return { ...line.counts, checksum: line.checksum }
  }
}

/**
 * What a line says; undefined where it is none of a backup, nor could be: CouchDB acts on what lies in databases of its
 * own, and a field of a reserved name would be stored as something else than it is.
 */
export function lineFromJson(value: JsonValue): BackupLine | undefined {
  if (!isJsonObject(value)) return undefined
  const { format, kind, made, database, checksum, id, fields, private: hidden, attachments } = value
  if (format === backupFormat) return { is: 'head', kind: String(kind), made: String(made) }
  if (typeof database === 'string') return isOurs(database) ? { is: 'database', name: database } : undefined
  if (typeof checksum === 'string') {
    const [databases, documents, files] = [Number(value.databases), Number(value.documents), Number(attachments)]
    return { is: 'end', counts: { databases, documents, attachments: files }, checksum }
  }
  const isDocument = typeof id === 'string' && isJsonObject(fields) && isJsonObject(hidden)
  if (!isDocument || !Array.isArray(attachments)) return undefined
  if (!isDocumentId(id) || !Object.keys(fields).every(isPublicField)) return undefined
  const files = attachments.flatMap(attachmentFromJson)
  if (files.length !== attachments.length) return undefined
  return { is: 'document', document: { id, fields, private: hidden, attachments: files } }
}

function isOurs(database: string): boolean {
  return isDatabaseName(database) && !database.startsWith('_')
}

function attachmentToJson({ name, type, bytes }: Attachment): JsonObject {
  return { name, type, data: Buffer.from(bytes).toString('base64') }
}

function attachmentFromJson(value: JsonValue): Attachment[] {
  const { name, type, data } = isJsonObject(value) ? value : {}
  if (typeof name !== 'string' || typeof type !== 'string' || typeof data !== 'string') return []
  return [{ name, type, bytes: Buffer.from(data, 'base64') }]
}
