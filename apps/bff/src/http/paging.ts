import type { JsonObject, JsonValue } from '@strata/json'
import { firstIndex } from '#bff/first-index.ts'
import { forEachInSteps } from '#bff/scheduling/breathe.ts'
import type { Answer, ApiRequest } from './route.ts'

const defaultPageSize = 50

interface Listing<Item> {
  /** In ascending order of their keys. */
  readonly items: readonly Item[]
  /** Where the key that people know is not unique, more may follow it after a NUL. */
  readonly key: (item: Item) => string
  /** How a key that people know is written in `key`; as they write it by default. */
  readonly known?: (plain: string) => string
  readonly show: (item: Item) => JsonValue
}

/**
 * One page of a list, as Crossbar pages its views.
 * - descending unless the query string says `ascending=true` (or `descending=false`)
 * - `start_key` names the first item of the page: the opaque key of an earlier answer, or a plain key
 * - `page_size` of the answer counts its items; `next_start_key` is there only when more follow
 * - `paginate=false` gives everything and none of these members
 * Looks at the items of the page and at few others, however many there are.
 */
export async function page<Item>(
  { items, key, known = (plain) => plain, show }: Listing<Item>,
  request: ApiRequest,
): Promise<Pick<Answer, 'data' | 'envelope'>> {
  const isAscending = request.query.ascending === 'true' || request.query.descending === 'false'
  const inOrder = (some: readonly Item[]) => (isAscending ? some : some.toReversed())
  if (!request.flag('paginate', true)) {
    const data: JsonValue[] = []
    await forEachInSteps(inOrder(items), (item) => data.push(show(item)))
    return { data }
  }
  const startKey = text(request.value('start_key'))
  const size = pageSize(request.value('page_size'))
  const before = startKey === undefined ? undefined : decodeKey(startKey)
  const keyOf = before === undefined ? (item: Item) => key(item).split('\0')[0] ?? '' : key
  const start = before ?? (startKey === undefined ? undefined : known(startKey))
  const [from, to] = bounds(items, keyOf, { start, isAscending, size: size + 1 })
  const found = inOrder(items.slice(from, to))
  const rows = found.slice(0, size)
  const next = found[size]
  const envelope: JsonObject = { page_size: rows.length }
  if (startKey !== undefined) envelope.start_key = startKey
  if (next !== undefined) envelope.next_start_key = encodeKey(key(next))
  return { data: rows.map(show), envelope }
}

/** Where so many items stand, from the one that `start` names on; a plain key is compared with what people know. */
function bounds<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { start, isAscending, size }: { start: string | undefined; isAscending: boolean; size: number },
): [number, number] {
  if (isAscending) {
    const from = start === undefined ? 0 : firstIndex(items, (item) => keyOf(item) >= start)
    return [from, from + size]
  }
  const to = start === undefined ? items.length : firstIndex(items, (item) => keyOf(item) > start)
  return [Math.max(0, to - size), to]
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
