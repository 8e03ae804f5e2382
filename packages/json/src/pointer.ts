import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts'

/**
 * The reference tokens of a JSON Pointer (RFC 6901): `/a~1b/0` gives `['a/b', '0']`, `''` gives `[]`.
 * Throws `SyntaxError` when the text is neither empty nor begins with `/`, or has a `~` that escapes nothing.
 */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return []
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) throw new SyntaxError(`not a JSON Pointer: ${pointer}`)
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The JSON Pointer (RFC 6901) that names the path `tokens`; numbers are array indexes. */
export function formatPointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${escaped(String(token))}`).join('')
}

/** Nearly no key needs it, and looking is cheaper. */
function escaped(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token
}

/** The value at a pointer, or `undefined` where the path leads nowhere. Own keys only. */
export function getAt(value: JsonValue | undefined, pointer: string): JsonValue | undefined {
  return parsePointer(pointer).reduce<JsonValue | undefined>(child, value)
}

/**
 * A copy of `value` with `replacement` at `pointer`.
 * - objects missing on the way are made; a scalar on the way is replaced by an object
 * - in an array a token is an index: within bounds it replaces, equal to the length it appends
 * Throws `RangeError` for any other array token. Changes neither argument.
 */
export function setAt(value: JsonValue | undefined, pointer: string, replacement: JsonValue): JsonValue {
  return setTokens(value, parsePointer(pointer), replacement)
}

/**
 * A copy of `value` without what `pointer` names; `value` itself when there is nothing there.
 * - an array item's removal moves the later ones down; emptied parents stay
 * - the empty pointer gives `undefined`
 */
export function removeAt(value: JsonValue | undefined, pointer: string): JsonValue | undefined {
  return removeTokens(value, parsePointer(pointer))
}

function child(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (Array.isArray(value)) return isIndex(token) ? value[Number(token)] : undefined
  return isJsonObject(value) && Object.hasOwn(value, token) ? value[token] : undefined
}

function setTokens(value: JsonValue | undefined, tokens: string[], replacement: JsonValue): JsonValue {
  const [token, ...rest] = tokens
  if (token === undefined) return replacement
  const next = setTokens(child(value, token), rest, replacement)
  if (Array.isArray(value)) {
    const index = Number(token)
    if (!isIndex(token) || index > value.length) throw new RangeError(`no index ${token} in a list of ${value.length}`)
    return [...value.slice(0, index), next, ...value.slice(index + 1)]
  }
  return withKey(isJsonObject(value) ? value : {}, token, next)
}

function removeTokens(value: JsonValue | undefined, tokens: string[]): JsonValue | undefined {
  const [token, ...rest] = tokens
  if (token === undefined) return undefined
  const existing = child(value, token)
  if (existing === undefined) return value
  const next = removeTokens(existing, rest)
  if (next === existing) return value
  if (Array.isArray(value)) {
    const index = Number(token)
    return [...value.slice(0, index), ...(next === undefined ? [] : [next]), ...value.slice(index + 1)]
  }
  if (!isJsonObject(value)) return value
  if (next !== undefined) return withKey(value, token, next)
  const { [token]: _, ...others } = value
  return others
}

/** A spread and a computed key define keys instead of assigning them, so that `__proto__` stays an ordinary key. */
function withKey(object: JsonObject, key: string, value: JsonValue): JsonObject {
  return { ...object, [key]: value }
}

function isIndex(token: string): boolean {
  return /^(0|[1-9]\d*)$/.test(token)
}
