import type { JsonObject, JsonValue } from '@strata/json'

/**
 * `data` of `POST /console/storage/test`, `…/accounts/{id}/storage/test`, `…/accounts/{id}/users/{id}/storage/test` and
 * `…/storage/plans/{id}/test`: which entry of a draft to test. Markers of secrets stand for those that are stored there.
 */
export type StorageTestRequest =
  | { readonly draft: JsonObject; readonly attachment: string }
  | { readonly draft: JsonObject; readonly connection: string }

/**
 * The steps of a test, in order. A back-end: `resolve`, `connect`, `tls`, `authenticate`, `write`, `read`, `compare`,
 * `delete`. A connection: `resolve`, `connect`, `tls`, `version`, `authenticate`, `create_database`.
 */
export type StorageTestStep =
  | 'resolve'
  | 'connect'
  | 'tls'
  | 'authenticate'
  | 'write'
  | 'read'
  | 'compare'
  | 'delete'
  | 'version'
  | 'create_database'

/** What KAZOO's API says of a back-end that failed. */
export type StorageTestError = {
  /** HTTP status of the back-end; 500 where it gave none, 401 where no token was to be had. */
  error_code: number
  error_body: JsonValue
  message: string
}

/** A step that began. */
export type StorageTestStarted = { step: StorageTestStep; state: 'running' }

/**
 * A step that ended. After a failed one only what was written is removed.
 * - `skipped`: there is nothing to do, or it does not matter to KAZOO; `message` says which
 */
export type StorageTestEnded = {
  step: StorageTestStep
  state: 'passed' | 'failed' | 'skipped'
  ms: number
  /** For a person: what was found. */
  message: string
  /** The provider's own words, without secrets. */
  said: string | null
}

/**
 * The last line.
 * - `untestable`: only a node of the cluster could tell, as it would sign in with a role of its own; there were no steps
 */
export type StorageTestResult =
  | { result: 'passed' }
  | { result: 'failed'; error: StorageTestError }
  | { result: 'untestable'; message: string }

/** One line of the answer (`application/x-ndjson`). An answer that ends without a result was cut off. */
export type StorageTestLine = StorageTestStarted | StorageTestEnded | StorageTestResult
