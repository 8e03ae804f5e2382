import { setImmediate } from 'node:timers/promises'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { parse } from 'secure-json-parse'
import { type AppError, validationError } from '#bff/errors/app-error.ts'
import { passedLimit } from './json-limits.ts'

/** Levels of objects and lists in a body. */
export const bodyDepth = 64
/** From so many bytes on the server answers others between the steps of reading a body. */
const large = 500_000
const jsonTypes = ['application/json', 'application/x-json']
const formType = 'application/x-www-form-urlencoded'

/** Validation reports each value that is wrong, so work and memory grow with their number, not with the bytes. */
export interface BodyLimits {
  readonly values: number
  /** Different keys. */
  readonly names: number
}

/** A request's body, read. */
export interface Body {
  /** `{}` when there is no body. */
  readonly data: JsonValue
  /** The members beside `data`, names lower-cased and `-` → `_`. */
  readonly envelope: JsonObject
  /** There was content, and nothing said of which type: it was read as JSON. */
  readonly isUntyped: boolean
  /** The type is one that no resource takes; nothing was read. */
  readonly isUnsupported: boolean
}

/** What a request without a body brings. */
export const noBody: Body = { data: {}, envelope: {}, isUntyped: false, isUnsupported: false }

/**
 * Reads a body as Crossbar does.
 * - JSON, or curl's urlencoded default when it holds JSON after all; no content type counts as JSON
 * - an empty body is `data = {}`; otherwise `data` is required and must be an object or an array
 * - malformed text, nesting deeper than 64 levels, more values or different keys than the limits say, and keys that
 *   reach for a prototype are refused
 * Throws `invalid` on the paths `json` and `data`.
 */
export async function readBody(raw: Uint8Array, contentType: string | undefined, limits: BodyLimits): Promise<Body> {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() || undefined
  const isUnsupported = type !== undefined && type !== formType && !jsonTypes.includes(type)
  if (raw.length === 0 || isUnsupported) return { ...noBody, isUnsupported }
  const text = decode(raw)
  if (type === formType && !/^\s*[{[]/.test(text)) {
    throw malformed('a form cannot hold the member "data", which is an object: send JSON')
  }
  if (raw.length > large) await setImmediate()
  requireLimits(text, limits)
  if (raw.length > large) await setImmediate()
  const members = normaliseNames(parseJson(text))
  const { data, ...envelope } = members
  return { data: checkedData(data), envelope, isUntyped: type === undefined, isUnsupported }
}

function decode(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    throw malformed('the body is not UTF-8')
  }
}

function requireLimits(text: string, { values, names }: BodyLimits): void {
  const passed = passedLimit(text, { depth: bodyDepth, values, names })
  if (passed === 'depth') throw malformed(`the body is nested more than ${bodyDepth} levels deep`)
  if (passed === 'values') throw malformed(`the body holds more than ${values} values`)
  if (passed === 'names') throw malformed(`the body holds more than ${names} different keys`)
}

function parseJson(text: string): JsonObject {
  const value = parseAny(text)
  if (!isJsonObject(value)) throw malformed('the body must be an object with a member "data"')
  return value
}

function parseAny(text: string): JsonValue {
  try {
    return parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    if (reason.includes('forbidden prototype')) throw malformed('a key such as __proto__ is not allowed')
    const position = /position (\d+)/.exec(reason)?.[1] ?? text.length
    throw malformed(`malformed JSON around ${position}`)
  }
}

function normaliseNames(members: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name.toLowerCase().replaceAll('-', '_'), value]),
  )
}

function checkedData(data: JsonValue | undefined): JsonValue {
  if (data === undefined) {
    throw validationError({ data: { required: { message: 'the body needs a member "data"', value: 'data' } } })
  }
  if (typeof data !== 'object' || data === null) {
    throw validationError({
      data: { type: { message: 'value did not match type(s): object, array', target: 'object, array', value: data } },
    })
  }
  return data
}

function malformed(message: string): AppError {
  return validationError({ json: { invalid: { message, target: 'body' } } })
}
