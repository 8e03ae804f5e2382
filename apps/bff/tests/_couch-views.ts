import type { JsonValue } from '@strata/json'
import type PouchDB from 'pouchdb-core'

interface Row {
  id: string
  key: JsonValue
  value: JsonValue
}

/**
 * The answer of `GET /db/_design/…/_view/…`, computed by running the view's map over every document; `undefined` where
 * there is no such view. Knows `key`, `startkey`, `endkey`, `descending` and `limit`.
 */
export async function queryView(
  database: PouchDB,
  design: string,
  view: string,
  parameters: URLSearchParams,
): Promise<{ rows: Row[] } | undefined> {
  const map = await loadMap(database, design, view)
  if (map === undefined) return undefined
  const { rows } = await database.allDocs({ include_docs: true })
  const emitted = rows.flatMap(({ doc }) => {
    const found: Row[] = []
    if (doc && !doc._id.startsWith('_')) {
      map((key, value) => found.push({ id: doc._id, key: key ?? null, value: value ?? null }))(doc)
    }
    return found
  })
  return { rows: select(emitted, parameters) }
}

type Emit = (key: JsonValue | undefined, value: JsonValue | undefined) => void

async function loadMap(database: PouchDB, design: string, view: string) {
  const document = await database.get(`_design/${design}`).catch(() => undefined)
  const source = (document?.views as Record<string, { map: string }> | undefined)?.[view]?.map
  if (source === undefined) return undefined
  return new Function('emit', `return (${source})`) as (emit: Emit) => (doc: unknown) => void
}

function select(rows: Row[], parameters: URLSearchParams): Row[] {
  const parameter = (name: string): JsonValue | undefined => {
    const text = parameters.get(name)
    return text === null ? undefined : (JSON.parse(text) as JsonValue)
  }
  const direction = parameter('descending') === true ? -1 : 1
  const [key, start, end] = [parameter('key'), parameter('startkey'), parameter('endkey')]
  return rows
    .sort((a, b) => direction * (compare(a.key, b.key) || compare(a.id, b.id)))
    .filter((row) => key === undefined || compare(row.key, key) === 0)
    .filter((row) => start === undefined || direction * compare(row.key, start) >= 0)
    .filter((row) => end === undefined || direction * compare(row.key, end) <= 0)
    .slice(0, Number(parameter('limit') ?? rows.length))
}

/** CouchDB's order of keys: null, booleans, numbers, texts, lists, objects. */
function compare(a: JsonValue, b: JsonValue): number {
  const difference = rank(a) - rank(b)
  if (difference !== 0) return difference
  if (Array.isArray(a) && Array.isArray(b)) {
    const index = a.findIndex((item, place) => place >= b.length || compare(item, b[place] ?? null) !== 0)
    if (index === -1) return a.length - b.length
    return index >= b.length ? 1 : compare(a[index] ?? null, b[index] ?? null)
  }
  const [left, right] = rank(a) === 5 ? [JSON.stringify(a), JSON.stringify(b)] : [a, b]
  return Number((left ?? 0) > (right ?? 0)) - Number((left ?? 0) < (right ?? 0))
}

function rank(value: JsonValue): number {
  if (value === null) return 0
  if (Array.isArray(value)) return 4
  return { boolean: 1, number: 2, string: 3, object: 5 }[typeof value as 'boolean' | 'number' | 'string' | 'object']
}
