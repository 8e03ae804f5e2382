import type { Readable } from 'node:stream'
import type { JsonObject, JsonValue } from '@strata/json'
import type { Actor } from '#bff/auth/actor.ts'
import type { Access } from '#bff/auth/session.ts'

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'

/** One request as a handler sees it: parsed, bounded, authenticated and authorised. */
export interface ApiRequest extends Actor {
  /** Path as it came, without the query. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  /** A repeated parameter keeps its last value. */
  readonly query: Readonly<Record<string, string>>
  /** The body's `data`; `{}` when there is no body. */
  readonly data: JsonValue
  /** Body members beside `data`, names lower-cased and `-` → `_`. */
  readonly envelope: JsonObject
  /** Where it came from: the address behind trusted proxies, and whether the browser spoke https. */
  readonly client: { readonly address: string; readonly isSecure: boolean }
  readonly ifMatch: string | undefined
  readonly ifNoneMatch: string | undefined
  readonly header: (name: string) => string | undefined
  /** Flag lookup of Crossbar: `data`, then the query string, then the envelope. */
  readonly value: (name: string) => JsonValue | undefined
  /** `value` read as a truth value: `true`, `"true"`, `1`, `"1"`, `"yes"`; `fallback` when absent. */
  readonly flag: (name: string, fallback: boolean) => boolean
}

/** What a handler gives back; `http/` puts it into Crossbar's envelope. */
export interface Answer {
  /** Defaults to 201 for PUT and 200 otherwise. */
  readonly status?: 200 | 201
  readonly data: JsonValue
  /** Of the one document that was handled; sets `revision`, and `ETag` unless `etag` says otherwise. */
  readonly revision?: string
  /** Without quotes. */
  readonly etag?: string
  /** Further envelope members, e.g. `page_size`, `next_start_key`. */
  readonly envelope?: JsonObject
  /** Token to show as `auth_token` instead of the one the request used (sign-in). */
  readonly authToken?: string
  /** Path of the resource that was made, for `Location`. */
  readonly location?: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** Sent as it is, without the envelope; `data` is then not looked at. `type` is the whole `Content-Type`. */
  readonly body?: { readonly type: string; readonly content: string }
  /**
   * Makes the answer while it is sent, one JSON value a line, without the envelope; `data` is then not looked at.
   * `signal` aborts when the client goes away.
   */
  readonly lines?: (send: (line: JsonValue) => void, signal: AbortSignal) => Promise<void>
  /**
   * A file that is made while it is sent, as fast as the client takes it, without the envelope; `data` is then not looked
   * at. The stream is destroyed when the client goes away.
   */
  readonly file?: { readonly name: string; readonly type: string; readonly content: () => Readable }
}

/** One row of the API's table: what is served, to whom, by which function. */
export interface Route {
  readonly method: Method
  /** `/v2/accounts/:account_id/storage`: a segment with a colon is a parameter, URL-decoded. */
  readonly path: string
  readonly access: Access
  /** Writes are refused on a read-only store unless this says that nothing is stored, or the next line. */
  readonly storesNothing?: true
  /** What is stored goes to Strata's own database, which is written on a read-only store, too. */
  readonly storesOwnOnly?: true
  /** Largest body of the path, whatever its method, when less than the general 8,000,000 bytes. */
  readonly maxBytes?: number
  readonly handle: (request: ApiRequest) => Promise<Answer>
}
