import type { JsonObject, JsonValue } from '@strata/json'
import type { WireDocument, WireDraft } from 'pouchdb-core'
import { AppError } from '#bff/errors.ts'
import type { DocumentDraft, StoredDocument } from './store.ts'

const PRIVATE = 'pvt_'

/** A document as CouchDB spells it, taken apart. */
export function fromWire(doc: WireDocument): StoredDocument {
  const entries = Object.entries(doc as Record<string, JsonValue>)
  return {
    id: doc._id,
    revision: doc._rev,
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
export function toWire(draft: DocumentDraft, attachments: WireDocument['_attachments']): WireDraft {
  const reserved = Object.keys(draft.fields).find((key) => !isField(key))
  if (reserved !== undefined) throw new AppError('internal', `"${reserved}" is not the name of a public field.`)
  return {
    ...verbatim(draft.fields, ''),
    ...verbatim(draft.private, PRIVATE),
    ...(attachments === undefined ? {} : { _attachments: attachments }),
    ...(draft.revision === undefined ? {} : { _rev: draft.revision }),
    _id: draft.id,
  }
}

function isField(key: string): boolean {
  return !key.startsWith('_') && !key.startsWith(PRIVATE)
}

function verbatim(members: JsonObject, prefix: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [prefix + key, new Verbatim(value)]))
}

/**
 * PouchDB copies plain objects key by key, which turns a key named `__proto__` into a prototype. It leaves other objects
 * alone, and they become JSON when they are stored.
 */
class Verbatim {
  readonly #value: JsonValue

  constructor(value: JsonValue) {
    this.#value = value
  }

  toJSON(): JsonValue {
    return this.#value
  }
}
