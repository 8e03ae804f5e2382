import type { JsonObject } from '@strata/json'

/** A success answer of `/v2` and `/console`. */
export interface Envelope<Data> {
  data: Data
  status: 'success'
  request_id: string
  node: string
  timestamp: string
  revision?: string
  version?: string
  auth_token?: string
}

export interface ListEnvelope<Item> extends Envelope<Item[]> {
  page_size?: number
  start_key?: string
  next_start_key?: string
}

/** An error answer: `error` is the status code as text, `message` the error's name. */
export interface ErrorEnvelope {
  data: unknown
  error: string
  message: string
  status: 'error'
  request_id: string
}

/** `data` of a 400 `validation error`: dotted path (dots inside a key as `%2E`) → keyword → detail with `message`. */
export type ValidationErrors = Record<string, Record<string, JsonObject>>
