import type { JsonObject } from '@strata/json'
import { createMirror } from '#bff/couch/mirror.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import type { DocumentWriter } from '#bff/documents/writer.ts'
import type { ApiRequest } from '#bff/http/route.ts'

const database = 'system_config'

/** A category's document as it is stored. */
export interface ConfigDocument {
  readonly category: string
  readonly revision: string
  /** What is no section (`id`, values that are not objects) is among them. */
  readonly fields: JsonObject
  readonly isConfig: boolean
  /** For the write that replaces it. */
  readonly stored: StoredDocument
}

/** What a write of a category's document takes. */
export interface ConfigWrite {
  readonly category: string
  /** Undefined when it creates. */
  readonly before: ConfigDocument | undefined
  readonly fields: JsonObject
  readonly request: ApiRequest
}

/** The documents of `system_config`, one a category. */
export interface ConfigStore {
  /** As of the last acknowledged write; undefined where none is stored, or it was soft-deleted. */
  get(category: string): Promise<ConfigDocument | undefined>
  /** Those that are configs, by name. */
  all(): Promise<ConfigDocument[]>
  /** Throws `conflict` when `before` is not the stored document any more, or there is one already. */
  save(write: ConfigWrite): Promise<ConfigDocument>
  /** Throws `conflict`. */
  remove(before: ConfigDocument, request: ApiRequest): Promise<void>
}

export function createConfigStore(store: Store, writer: DocumentWriter): ConfigStore {
  const mirror = createMirror(store.database(database), fromDoc)
  return {
    async get(category) {
      return (await mirror.current()).get(category)
    },
    async all() {
      const documents = [...(await mirror.current()).values()].filter(({ isConfig }) => isConfig)
      return documents.sort((a, b) => (a.category < b.category ? -1 : 1))
    },
    async save({ category, before, fields, request }) {
      const saved = await writer.save({
        database,
        type: 'config',
        before: before?.stored,
        id: category,
        fields,
        request,
      })
      return toConfig(saved)
    },
    remove: (before, request) => writer.remove(database, before.stored, request),
  }
}

function fromDoc(document: StoredDocument): ConfigDocument | undefined {
  return document.private.deleted === true ? undefined : toConfig(document)
}

function toConfig(stored: StoredDocument): ConfigDocument {
  const { id, revision, fields } = stored
  return { category: id, revision, fields, isConfig: stored.private.type === 'config', stored }
}
