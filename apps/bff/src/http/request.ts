import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import type { ApiRequest } from './route.ts'

const truths: readonly unknown[] = [true, 1, 'true', '1', 'yes']

type ReceivedRequest = Omit<ApiRequest, 'value' | 'flag' | 'ifMatch' | 'ifNoneMatch'>

/** Whether Crossbar takes a value for true. */
export function isTruth(value: JsonValue | undefined): boolean {
  return truths.includes(typeof value === 'string' ? value.toLowerCase() : value)
}

/** Crossbar's lookup of a named value: in `data`, then in the query string, then beside `data`. */
export function lookUp(
  name: string,
  { data, query, envelope }: { data: JsonValue; query: Readonly<Record<string, string>>; envelope: JsonObject },
): JsonValue | undefined {
  if (isJsonObject(data) && Object.hasOwn(data, name)) return data[name]
  if (Object.hasOwn(query, name)) return query[name]
  return Object.hasOwn(envelope, name) ? envelope[name] : undefined
}

/** A request as handlers see it, with the lookups that follow from its parts. */
export function createRequest(parts: ReceivedRequest): ApiRequest {
  const value = (name: string) => lookUp(name, parts)
  return {
    ...parts,
    ifMatch: parts.header('if-match'),
    ifNoneMatch: parts.header('if-none-match'),
    value,
    flag(name, fallback) {
      const found = value(name)
      return found === undefined ? fallback : isTruth(found)
    },
  }
}

/** What of a body may be stored: Crossbar looks past its `id` and past members whose names are private in KAZOO. */
export function publicMembers(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([key]) => key !== 'id' && !key.startsWith('_') && !key.startsWith('pvt_')),
  )
}
