import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const entry = join(import.meta.dirname, '../apps/bff/tests/_couch-server-process.ts')

/** A CouchDB-compatible server, with its data in memory. */
export interface CouchDb {
  /** With user and password, as `STRATA_COUCHDB_URL` takes it. */
  readonly url: string
  /** Leaves a version of a document beside the one that is stored, as another server's replication would. */
  replicate(database: string, version: Readonly<Record<string, unknown>>): Promise<void>
  stop(): Promise<void>
}

export async function runCouchDb(): Promise<CouchDb> {
  const child = fork(entry, [], { execArgv: ['--import', 'tsx'] })
  const ended = once(child, 'exit')
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  const { username, password, origin } = new URL(url)
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  return {
    url,
    async replicate(database, version) {
      const { ok, status } = await fetch(`${origin}/${encodeURIComponent(database)}/_bulk_docs`, {
        method: 'POST',
        headers: { Authorization: `Basic ${credentials}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ new_edits: false, docs: [version] }),
      })
      if (!ok) throw new Error(`CouchDB answered ${status}.`)
    },
    async stop() {
      child.disconnect()
      await ended
    },
  }
}
