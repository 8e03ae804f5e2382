import type { JsonObject, JsonValue } from '@strata/json'
import { AppError } from '#bff/errors.ts'
import type { DocumentDraft, StoredDocument } from './store.ts'

const PRIVATE = 'pvt_'

/** A document as CouchDB spells it. */
export type WireDocument = JsonObject & { readonly _id: string; readonly _rev: string }

/** A document as CouchDB spells it, taken apart. */
export function fromWire(document: WireDocument): StoredDocument {
  const entries = Object.entries(document)
  return {
    id: document._id,
    revision: document._rev,
    fields: Object.fromEntries(entries.filter(([key]) => isField(key))),
    private: Object.fromEntries(
      entries.filter(([key]) => key.startsWith(PRIVATE)).map(([key, value]) => [key.slice(PRIVATE.length), value]),
    ),
  }
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

/** Throws `internal` for a field that would be stored as something else than it is. */
export function assertPublicFields(fields: JsonObject): void {
  const reserved = Object.keys(fields).find((key) => !isField(key))
  if (reserved !== undefined) throw new AppError('internal', `"${reserved}" is not the name of a public field.`)
}

function isField(key: string): boolean {
  return !key.startsWith('_') && !key.startsWith(PRIVATE)
}
