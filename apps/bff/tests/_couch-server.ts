import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import expressPouchDb from 'express-pouchdb'
import memoryAdapter from 'pouchdb-adapter-memory'
import PouchDB, { type BulkResult, type WireDraft } from 'pouchdb-core'
import { isDatabaseName } from '#bff/couch/names.ts'
import { queryView } from './_couch-views.ts'

/** A CouchDB-compatible server in this process, with its data in memory. */
export interface CouchServer {
  /** With user and password, as `STRATA_COUCHDB_URL` takes it. */
  readonly url: string
  /** Goes down as a crashed server does, connections and all. The data stays. */
  stop(): Promise<void>
  /** Comes back at the same address. */
  start(): Promise<void>
  /** Every request that arrived, as `METHOD /path?query`. */
  readonly requests: string[]
  /** Answers the next requests for which it gives a fault, e.g. a failing listing. */
  fail: ((request: string) => Fault | undefined) | undefined
}

/**
 * A status; no answer at all; a body of status 200; a body that ends before its announced end; or one that does not end,
 * with an empty line every so many milliseconds.
 */
type Fault =
  | number
  | 'hang'
  | 'hang up'
  | { readonly body: string }
  | { readonly cut: string }
  | { readonly endless: string; readonly beat?: number }

const USER = 'strata-test'
const PASSWORD = 'not/a:real@password'

/**
 * Starts a server on a free port of 127.0.0.1. It behaves as CouchDB where the package beneath does not: credentials,
 * names of databases with slashes, refusal of a second creation, views, keys named `__proto__`, and live feeds.
 */
export async function startCouchServer(): Promise<CouchServer> {
  const Memory = PouchDB.plugin(memoryAdapter).defaults({ adapter: 'memory', prefix: `${randomUUID()}-` })
  const couch = expressPouchDb(Memory, { mode: 'minimumForPouchDB', inMemoryConfig: true })
  keepProtoKeys(couch)
  const creations = new Map<string, Promise<unknown>>(
    ['_replicator', '_users'].map((name) => [name, Promise.resolve()]),
  )
  /** Which creation made a database: CouchDB says the second. */
  const madeAt = new Map<string, number>()
  let made = 0
  let server: Server | undefined
  let port = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/'
    const line = `${request.method} ${url}`
    self.requests.push(line)
    const failure = self.fail?.(line)
    if (failure !== undefined) return misbehave(request, response, failure)
    if (!isAuthorized(request)) return send(response, 401, { error: 'unauthorized', reason: 'You are not authorized.' })
    if (url.startsWith('/_all_dbs')) return send(response, 200, [...creations.keys()].sort())
    const [path = '', query = ''] = url.split('?')
    const [segment = '', ...rest] = path.slice(1).split('/')
    const name = decodeURIComponent(segment)
    const alias = name.replaceAll('/', '!')
    if (rest.length === 0 && request.method === 'PUT') return create(name, alias, response)
    if (rest.length === 0 && request.method === 'DELETE') creations.delete(name)
    else if (name !== '' && !creations.has(name))
      return send(response, 404, { error: 'not_found', reason: 'no_db_file' })
    if (rest.length === 0 && request.method === 'GET') return send(response, 200, await stateOf(name, alias))
    const parameters = new URLSearchParams(query)
    if (rest[0] === '_changes' && parameters.get('feed') === 'continuous') return feed(alias, parameters, response)
    const [kind, design, marker, view] = rest
    if (kind === '_design' && marker === '_view') {
      const rows = await queryView(new Memory(alias, {}), design ?? '', view ?? '', parameters)
      return send(response, rows === undefined ? 404 : 200, rows ?? { error: 'not_found', reason: 'missing' })
    }
    request.url = `/${encodeURIComponent(alias)}${toTheLastId(request, url.slice(segment.length + 1))}`
    couch(request, response)
  }

  /** The package's own says nothing before its first heartbeat, and goes on when nobody listens any more. */
  async function feed(alias: string, parameters: URLSearchParams, response: ServerResponse): Promise<void> {
    const database = new Memory(alias, {})
    const { update_seq: since } = await database.info()
    const changes = database.changes({ since, live: true })
    changes.on('change', (change) => response.write(`${JSON.stringify(change)}\n`))
    changes.on('complete', () => response.end())
    changes.on('error', () => response.destroy())
    response.on('close', () => changes.cancel())
    endless(response, '\n', Number(parameters.get('heartbeat')))
  }

  async function stateOf(name: string, alias: string): Promise<object> {
    const { update_seq: sequence } = await new Memory(alias, {}).info()
    return { db_name: name, update_seq: sequence, instance_start_time: String(madeAt.get(name) ?? 0) }
  }

  async function create(name: string, alias: string, response: ServerResponse): Promise<void> {
    if (!isDatabaseName(name)) return send(response, 400, { error: 'illegal_database_name', reason: name })
    const existing = creations.get(name)
    if (existing !== undefined) {
      await existing
      return send(response, 412, { error: 'file_exists', reason: 'It already exists.' })
    }
    const creation = new Memory(alias, {}).info()
    madeAt.set(name, ++made)
    creations.set(name, creation)
    await creation
    send(response, 201, { ok: true })
  }

  const self: CouchServer = {
    get url() {
      return `http://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`
    },
    requests: [],
    fail: undefined,
    async start() {
      const started = createServer((request, response) => void answer(request, response))
      await new Promise<void>((resolve, reject) => started.once('error', reject).listen(port, '127.0.0.1', resolve))
      server = started
      port = (started.address() as AddressInfo).port
    },
    async stop() {
      const stopping = server
      server = undefined
      if (stopping === undefined) return
      const closed = new Promise((resolve) => stopping.close(resolve))
      stopping.closeAllConnections()
      await closed
    },
  }
  await self.start()
  return self
}

/** The package's key streams end at U+FFFF where no end is named, and so lose ids beyond it. */
function toTheLastId({ method }: IncomingMessage, path: string): string {
  const [resource = '', search = ''] = path.split('?')
  if (method !== 'GET' || resource !== '/_all_docs') return path
  const query = new URLSearchParams(search)
  const end = query.get('descending') === 'true' ? 'startkey' : 'endkey'
  if (!query.has(end)) query.set(end, JSON.stringify('\u{10FFFD}'))
  return `${resource}?${query}`
}

function isAuthorized(request: IncomingMessage): boolean {
  return request.headers.authorization === `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`
}

function misbehave(request: IncomingMessage, response: ServerResponse, fault: Fault): void {
  if (fault === 'hang') return
  if (fault === 'hang up') request.socket.destroy()
  else if (typeof fault === 'number') send(response, fault, { error: 'failure', reason: 'as the test asks' })
  else if ('body' in fault) response.writeHead(200).end(fault.body)
  else if ('endless' in fault) endless(response, fault.endless, fault.beat)
  else {
    response
      .writeHead(200, { 'Content-Length': fault.cut.length + 10 })
      .write(fault.cut, () => request.socket.destroy())
  }
}

function endless(response: ServerResponse, start: string, beat?: number): void {
  response.writeHead(200).write(start)
  if (beat === undefined) return
  const beating = setInterval(() => response.write('\n'), beat)
  response.on('close', () => clearInterval(beating))
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

/** PouchDB drops keys named `__proto__` from what it stores; CouchDB does not. */
function keepProtoKeys(couch: ReturnType<typeof expressPouchDb>): void {
  couch.dbWrapper.registerWrapper((_name, database, next) => {
    const bulkDocs = database.bulkDocs.bind(database) as (...args: unknown[]) => Promise<BulkResult[]>
    database.bulkDocs = (docs, ...rest: unknown[]) => bulkDocs(opaqueDocs(docs), ...rest)
    return next()
  })
}

function opaqueDocs(request: unknown): unknown {
  const docs = Array.isArray(request) ? request : (request as { docs: WireDraft[] }).docs
  const opaque = docs.map((doc: WireDraft) =>
    Object.fromEntries(Object.entries(doc).map(([key, value]) => [key, key.startsWith('_') ? value : toOpaque(value)])),
  )
  return Array.isArray(request) ? opaque : { ...(request as object), docs: opaque }
}

/** PouchDB calls its own methods again once a database is open, with what they were given the first time. */
function toOpaque(value: unknown): Opaque {
  return value instanceof Opaque ? value : new Opaque(value)
}

class Opaque {
  readonly toJSON: () => unknown

  constructor(value: unknown) {
    this.toJSON = () => value
  }
}
