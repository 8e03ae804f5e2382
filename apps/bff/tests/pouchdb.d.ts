/**
 * The part of PouchDB that this folder uses. The published types redeclare Node's `Buffer` and pull the browser's
 * globals into the server, so they are not used.
 */
declare module 'pouchdb-core' {
  class PouchDB {
    static plugin(plugin: unknown): typeof PouchDB
    static defaults(options: Record<string, unknown>): typeof PouchDB
    constructor(name: string, options: Record<string, unknown>)
    get(id: string, options?: { rev?: string; revs?: boolean }): Promise<WireDocument>
    allDocs(options: AllDocsOptions): Promise<{ rows: AllDocsRow[] }>
    bulkDocs(docs: readonly WireDraft[]): Promise<BulkResult[]>
    changes(options: ChangesOptions & { live: true }): PouchDB.LiveChanges
    changes(options: ChangesOptions): Promise<ChangesResult>
    getAttachment(id: string, name: string): Promise<Uint8Array | Blob>
    info(): Promise<{ update_seq: string | number }>
    close(): Promise<void>
    destroy(): Promise<unknown>
  }

  namespace PouchDB {
    interface WireDocument {
      _id: string
      _rev: string
      _attachments?: Record<string, unknown>
      [key: string]: unknown
    }

    interface WireDraft {
      _id: string
      _rev?: string
      _deleted?: boolean
      [key: string]: unknown
    }

    interface AllDocsRow {
      id?: string
      key: string
      value?: { rev: string; deleted?: boolean }
      doc?: WireDocument | null
    }

    interface AllDocsOptions {
      include_docs?: boolean
      keys?: readonly string[]
      startkey?: string
      endkey?: string
      descending?: boolean
      limit?: number
      skip?: number
    }

    interface ChangesOptions {
      since?: string | number
      include_docs?: boolean
      batch_size?: number
    }

    interface LiveChanges {
      on(event: 'change' | 'complete' | 'error', listener: (told: unknown) => void): void
      cancel(): void
    }

    interface ChangesResult {
      last_seq: string | number
      results: { id: string; changes: { rev: string }[]; deleted?: boolean; doc?: WireDocument }[]
    }

    type BulkResult = { ok: true; id: string; rev: string } | { error: string; status: number; id?: string }
  }

  export = PouchDB
}
