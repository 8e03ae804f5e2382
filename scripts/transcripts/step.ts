import type { JsonObject, JsonValue } from '../../packages/json/src/index.ts'

/**
 * One request of an API document and the answer printed beside it, as data.
 * - `{NAME}` stands for a variable (`{ACCOUNT_ID}`, `{AUTH_TOKEN}`, …) in paths, keys and texts of bodies
 * - a whole text `{REVISION}`, `{REQUEST_ID}`, `{NODE}` or `{TIMESTAMP}` in a printed answer stands for what changes
 *   with every request; `compare.ts` says what each must look like
 */
export interface Step {
  /** Unique within its transcript: the heading above it in the document. */
  readonly name: string
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
  /** As printed, from `/v2` on. */
  readonly path: string
  /** The printed request body, `{"data": …}`. */
  readonly body?: JsonObject
  readonly status: 200 | 201
  /** The printed answer, whole. Where the document prints none, only status and `status: "success"` are checked. */
  readonly answer?: JsonObject
  /** Variables to take out of the answer for the steps after it, by JSON Pointer. */
  readonly capture?: Readonly<Record<string, string>>
}

/** The requests of one API document in its order. They build on each other, so they run in order. */
export interface Transcript {
  readonly name: 'system_configs' | 'storage'
  /** Variables that the transcript brings itself. */
  readonly variables: Readonly<Record<string, string>>
  /** What the document takes for granted; run first, and not compared. */
  readonly preparation: readonly Step[]
  /** Query string that every write carries although the document does not print it. */
  readonly writeQuery?: string
  readonly steps: readonly Step[]
}

/** One place where our answer is not what the document prints, and why. */
export interface Departure {
  readonly transcript: Transcript['name']
  /** Steps it holds for; absent: every step with a printed answer. */
  readonly steps?: readonly string[]
  /** JSON Pointer into the answer. */
  readonly field: string
  /** What the document prints there; undefined: nothing. */
  readonly seed: JsonValue | undefined
  /** What stands there in our answer; undefined: nothing. */
  readonly ours: JsonValue | RegExp | undefined
  /** The reading behind it. */
  readonly why: string
}
