import type { JsonValue } from '@strata/json'
import httpAdapter from 'pouchdb-adapter-http'
import PouchDB from 'pouchdb-core'
import { AppError } from '#bff/errors.ts'
import { connectCouchDb } from './couchdb-fetch.ts'
import { isDatabaseName } from './database-name.ts'
import { createDatabasePool } from './database-pool.ts'
import { createPouchDatabase } from './pouch-database.ts'
import type { Store, ViewQuery, ViewRow } from './store.ts'

const Pouch = PouchDB.plugin(httpAdapter)

/** A client of a database is small; the bound keeps a walk over every account from holding them all. */
const CLIENTS = 1000

/** The store on a CouchDB server, at `http://user:password@host:5984`. Connects when it is first used. */
export function createCouchDbStore(address: string): Store {
  const { base, fetch } = connectCouchDb(address)
  const urlOf = (database: string) => `${base}/${encodeURIComponent(database)}`
  const pool = createDatabasePool(
    CLIENTS,
    async (name) => new Pouch(urlOf(name), { adapter: 'http', skip_setup: true, fetch }),
  )

  async function request(method: string, path: string, accepted: readonly number[]): Promise<JsonValue> {
    const response = await fetch(`${base}/${path}`, { method, headers: { Accept: 'application/json' } })
    const body: unknown = await response.json().catch(() => undefined)
    if (!response.ok && !accepted.includes(response.status)) throw fault(response.status, body)
    return body as JsonValue
  }

  async function names(query: string): Promise<string[]> {
    const found = await request('GET', `_all_dbs${query}`, [])
    if (!Array.isArray(found)) throw fault(200, found)
    return found.map(String)
  }

  async function view(database: string, design: string, name: string, query: ViewQuery) {
    const path = `_design/${encodeURIComponent(design)}/_view/${encodeURIComponent(name)}?${toParameters(query)}`
    const body = await request('GET', `${encodeURIComponent(database)}/${path}`, [404])
    return hasRows(body) ? body.rows : undefined
  }

  return {
    kind: 'couchdb',
    database: (name) =>
      createPouchDatabase({
        name,
        use: (work) => (isDatabaseName(name) ? pool.use(name, work) : Promise.reject({ status: 404 })),
        view: async (design, viewName, query) =>
          isDatabaseName(name) ? view(name, design, viewName, query) : undefined,
      }),
    databases: () => names(''),
    async create(name) {
      if (!isDatabaseName(name)) throw new AppError('invalid', `"${name}" cannot be the name of a database.`)
      await request('PUT', encodeURIComponent(name), [412])
    },
    async destroy(name) {
      if (isDatabaseName(name)) await request('DELETE', encodeURIComponent(name), [404])
    },
    async ping() {
      await names('?limit=1')
    },
    close: () => pool.close(),
  }
}

function toParameters({ key, start, end, descending, limit }: ViewQuery): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries({ key, startkey: start, endkey: end, descending, limit })) {
    if (value !== undefined) parameters.set(name, JSON.stringify(value))
  }
  return parameters
}

function hasRows(body: unknown): body is { rows: ViewRow[] } {
  return typeof body === 'object' && body !== null && 'rows' in body && Array.isArray(body.rows)
}

function fault(status: number, body: unknown): AppError {
  return new AppError('upstream', `CouchDB answered unexpectedly (${status}): ${JSON.stringify(body)}`)
}
