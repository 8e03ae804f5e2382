import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { AppError } from '#bff/errors/app-error.ts'
import type { Attachment, DocumentDraft, StoredDocument } from './store.ts'

const PRIVATE = 'pvt_'

/** A document as CouchDB spells it. */
export type WireDocument = JsonObject & { readonly _id: string; readonly _rev: string }

/** A document as CouchDB spells it, taken apart. */
export function fromWire(document: WireDocument): StoredDocument {
  const entries = Object.entries(document)
  const conflicts = conflictsOf(document)
  return {
    id: document._id,
    revision: document._rev,
    fields: Object.fromEntries(entries.filter(([key]) => isPublicField(key))),
    private: Object.fromEntries(
      entries.filter(([key]) => key.startsWith(PRIVATE)).map(([key, value]) => [key.slice(PRIVATE.length), value]),
    ),
    ...(conflicts.length === 0 ? {} : { conflicts }),
  }
}

/** Revisions of a document's other versions. */
export function conflictsOf({ _conflicts: revisions }: JsonObject): string[] {
  return Array.isArray(revisions) ? revisions.filter((revision) => typeof revision === 'string') : []
}

/**
 * A draft as CouchDB spells it.
 * - `attachments` are the stubs of the revision that is replaced: CouchDB drops every attachment that is not named again
 * Throws `internal` when a field carries a private or reserved name: it would be stored as something else than it was.
 */
export function toWire(draft: DocumentDraft, attachments: JsonValue | undefined): JsonObject {
  assertPublicFields(draft.fields)
  return {
    ...draft.fields,
    ...Object.fromEntries(Object.entries(draft.private).map(([key, value]) => [PRIVATE + key, value])),
    ...(attachments === undefined ? {} : { _attachments: attachments }),
    ...(draft.revision === undefined ? {} : { _rev: draft.revision }),
    _id: draft.id,
  }
}

/** The attachments of a document that was read with them. Throws `upstream` where one is named without its bytes. */
export function attachmentsFromWire({ _id: id, _attachments: all }: WireDocument): Attachment[] {
  return Object.entries(isJsonObject(all) ? all : {}).map(([name, attachment]) => {
    const { data, content_type: type } = isJsonObject(attachment) ? attachment : {}
    if (typeof data !== 'string') throw new AppError('upstream', `The attachment "${name}" of "${id}" cannot be read.`)
    const bytes = Buffer.from(data, 'base64')
    return { name, type: typeof type === 'string' ? type : 'application/octet-stream', bytes }
  })
}

/** Attachments with their bytes, as CouchDB spells them; undefined where there are none. */
export function attachmentsToWire(attachments: readonly Attachment[]): JsonObject | undefined {
  if (attachments.length === 0) return undefined
  return Object.fromEntries(
    attachments.map(({ name, type, bytes }) => [
      name,
      { content_type: type, data: Buffer.from(bytes).toString('base64') },
    ]),
  )
}

/** Throws `internal` for a field that would be stored as something else than it is. */
export function assertPublicFields(fields: JsonObject): void {
  const reserved = Object.keys(fields).find((key) => !isPublicField(key))
  if (reserved !== undefined) throw new AppError('internal', `"${reserved}" is not the name of a public field.`)
}

/** Whether a field of this name is kept as it is: CouchDB and KAZOO have meanings for others. */
export function isPublicField(key: string): boolean {
  return !key.startsWith('_') && !key.startsWith(PRIVATE)
}
