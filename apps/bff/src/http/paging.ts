import type { JsonObject, JsonValue } from '@strata/json'
import type { Answer, ApiRequest } from './route.ts'

const defaultPageSize = 50

interface Listing<Item> {
  /** In ascending order of their keys. */
  readonly items: readonly Item[]
  /** Where the key that people know is not unique, more may follow it after a NUL. */
  readonly key: (item: Item) => string
  readonly show: (item: Item) => JsonValue
}

/**
 * One page of a list, as Crossbar pages its views.
 * - descending unless the query string says `ascending=true` (or `descending=false`)
 * - `start_key` names the first item of the page: the opaque key of an earlier answer, or a plain key
 * - `page_size` of the answer counts its items; `next_start_key` is there only when more follow
 * - `paginate=false` gives everything and none of these members
 */
export function page<Item>(
  { items, key, show }: Listing<Item>,
  request: ApiRequest,
): Pick<Answer, 'data' | 'envelope'> {
  const isAscending = request.query.ascending === 'true' || request.query.descending === 'false'
  const ordered = isAscending ? items : items.toReversed()
  if (!request.flag('paginate', true)) return { data: ordered.map(show) }
  const startKey = text(request.value('start_key'))
  const first = startKey === undefined ? 0 : indexFrom(ordered.map(key), startKey, isAscending)
  const size = pageSize(request.value('page_size'))
  const rows = ordered.slice(first, first + size)
  const next = ordered[first + size]
  const envelope: JsonObject = { page_size: rows.length }
  if (startKey !== undefined) envelope.start_key = startKey
  if (next !== undefined) envelope.next_start_key = encodeKey(key(next))
  return { data: rows.map(show), envelope }
}

/** A plain key is compared with what people know of the keys. */
function indexFrom(keys: readonly string[], startKey: string, isAscending: boolean): number {
  const decoded = decodeKey(startKey)
  const start = decoded ?? startKey
  const known = decoded === undefined ? keys.map((key) => key.split('\0')[0] ?? '') : keys
  const index = known.findIndex((key) => (isAscending ? key >= start : key <= start))
  return index === -1 ? keys.length : index
}

function pageSize(value: JsonValue | undefined): number {
  const size = Math.trunc(Number(typeof value === 'boolean' ? Number.NaN : (value ?? Number.NaN)))
  return size > 0 ? size : defaultPageSize
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function encodeKey(key: string): string {
  return Buffer.from(JSON.stringify([key])).toString('base64url')
}

/** The key that `encodeKey` was given; undefined for a plain one. */
function decodeKey(startKey: string): string | undefined {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(startKey, 'base64url').toString())
    if (Array.isArray(decoded) && decoded.length === 1 && typeof decoded[0] === 'string') return decoded[0]
  } catch {
    // Not made by `encodeKey`.
  }
  return undefined
}
