import type { JsonObject } from '@strata/json'
import { createMirror } from '#bff/couch/mirror.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { readVersions } from '#bff/documents/versions.ts'
import type { DocumentWrite, DocumentWriter } from '#bff/documents/writer.ts'
import type { ApiRequest } from '#bff/http/route.ts'

const database = 'system_config'

/** A category's document as it is stored. */
export interface ConfigDocument {
  readonly category: string
  readonly revision: string
  /** What is no section (`id`, values that are not objects) is among them. */
  readonly fields: JsonObject
  readonly isConfig: boolean
  /** Soft-deleted: KAZOO keeps such a document, but nobody reads it. */
  readonly isDeleted: boolean
  /** For the write that replaces it. */
  readonly stored: StoredDocument
}

/** What a write of a category's document takes. */
export interface ConfigWrite {
  readonly category: string
  /** Undefined when it creates. */
  readonly before: ConfigDocument | undefined
  readonly fields: JsonObject
  /** Whether the other versions of `before` go. */
  readonly settles?: true
  readonly request: ApiRequest
}

/** The documents of `system_config`, one a category. */
export interface ConfigStore {
  /** As of the last acknowledged write; undefined where none is stored, or a soft-deleted one. */
  get(category: string): Promise<ConfigDocument | undefined>
  /** Those that are configs, by name. */
  all(): Promise<ConfigDocument[]>
  /** Throws `conflict` when `before` is not the stored document any more, or there is one already. */
  save(write: ConfigWrite): Promise<ConfigDocument>
  /** Several, as `Store.writeTogether` writes them. Gives their new revisions, and throws as it does. */
  saveTogether(writes: readonly Omit<ConfigWrite, 'settles'>[]): Promise<string[]>
  /** What a document says in each of its versions, see `readVersions`. */
  versions(document: ConfigDocument): Promise<StoredDocument[]>
  /** Throws `conflict`. */
  remove(before: ConfigDocument, request: ApiRequest): Promise<void>
}

export function createConfigStore(store: Store, writer: DocumentWriter): ConfigStore {
  const configs = store.database(database)
  const mirror = createMirror(configs, fromDoc)

  /** A write where nothing is to be seen takes the place of a soft-deleted document and brings it back. */
  async function replaced(category: string, before: ConfigDocument | undefined) {
    if (before !== undefined) return { before: before.stored }
    const hidden = (await mirror.current()).get(category)
    return hidden?.isDeleted ? { before: hidden.stored, private: { deleted: false } } : { before: undefined }
  }

  async function toDocumentWrite({ category, before, ...write }: ConfigWrite): Promise<DocumentWrite> {
    return { database, type: 'config', id: category, ...(await replaced(category, before)), ...write }
  }

  return {
    async get(category) {
      const document = (await mirror.current()).get(category)
      return document?.isDeleted ? undefined : document
    },
    async all() {
      const documents = [...(await mirror.current()).values()].filter(
        ({ isConfig, isDeleted }) => isConfig && !isDeleted,
      )
      return documents.sort((a, b) => (a.category < b.category ? -1 : 1))
    },
    save: async (write) => fromDoc(await writer.save(await toDocumentWrite(write))),
    saveTogether: async (writes) => writer.saveTogether(await Promise.all(writes.map(toDocumentWrite))),
    versions: ({ stored }) => readVersions(configs, stored, (version) => !fromDoc(version).isDeleted),
    remove: (before, request) => writer.remove(database, before.stored, request),
  }
}

function fromDoc(stored: StoredDocument): ConfigDocument {
  const { id, revision, fields } = stored
  const { type, deleted } = stored.private
  return { category: id, revision, fields, isConfig: type === 'config', isDeleted: deleted === true, stored }
}
