import { AppError } from '#bff/errors/app-error.ts'
import { isDatabaseName } from '../names.ts'
import type { Store } from '../store.ts'
import { RefusedWrites } from '../store-errors.ts'
import { type CouchOptions, createCouchClient, unexpected } from './couch-client.ts'
import { createCouchDbDatabase } from './couchdb-database.ts'
import { createFeeds, type FeedTimes } from './feeds.ts'

interface Options extends CouchOptions {
  readonly feedTimes?: Partial<FeedTimes>
}

/** The store on a CouchDB server, at `http://user:password@host:5984`. Connects when it is first used. */
export function createCouchDbStore(address: string, options: Options = {}): Store {
  const client = createCouchClient(address, options)
  const feeds = createFeeds(client, options)
  const database = (name: string) => createCouchDbDatabase(name, client, feeds)

  async function names(limit?: string): Promise<string[]> {
    const { status, body } = await client.ask({ method: 'GET', path: '_all_dbs', query: { limit } })
    if (status !== 200 || !Array.isArray(body)) throw unexpected(client, status, body)
    return body.map(String)
  }

  async function change(method: 'PUT' | 'DELETE', name: string, accepted: number): Promise<void> {
    try {
      const { status, body } = await client.ask({ method, path: encodeURIComponent(name) })
      if (status >= 300 && status !== accepted) throw unexpected(client, status, body)
    } finally {
      feeds.tell(name)
    }
  }

  return {
    kind: 'couchdb',
    database,
    databases: () => names(),
    async create(name) {
      if (!isDatabaseName(name)) throw new AppError('invalid', `"${name}" cannot be the name of a database.`)
      await change('PUT', name, 412)
    },
    async destroy(name) {
      if (isDatabaseName(name)) await change('DELETE', name, 404)
    },
    async writeTogether(writes) {
      const stored: string[] = []
      for (const [at, each] of writes.entries()) {
        const { put, remove } = database(each.database)
        const written = 'draft' in each ? put(each.draft) : remove(each.removed.id, each.removed.revision)
        stored.push(
          await written.catch((error: unknown) => {
            throw error instanceof AppError ? new RefusedWrites(error, { at, stored }) : error
          }),
        )
      }
      return stored
    },
    async ping() {
      await names('1')
    },
    async close() {
      feeds.end()
      await client.close()
    },
  }
}
