declare module 'express-pouchdb' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  import type PouchDB from 'pouchdb-core'

  interface App {
    (request: IncomingMessage, response: ServerResponse): void
    readonly dbWrapper: {
      registerWrapper(wrap: (name: string, database: PouchDB, next: () => unknown) => unknown): void
    }
  }

  function expressPouchDb(pouchdb: unknown, options: Record<string, unknown>): App
  export = expressPouchDb
}

declare module 'pouchdb-adapter-memory' {
  const adapter: unknown
  export = adapter
}
