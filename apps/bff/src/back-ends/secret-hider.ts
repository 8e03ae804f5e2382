import { unescape as decode } from 'node:querystring'
import { isJsonObject, type JsonValue } from '@strata/json'
import { addressSecrets, secretMask } from '@strata/kazoo-schemas'
import { readings } from './readings.ts'

/** Shorter ones would be found everywhere, and told by what was put in their place. */
const shortest = 4

/** Takes secrets out of what others say. */
export interface SecretHider {
  add(secret: string): void
  hide(text: string): string
  /** Hides them in all texts, names and numbers of a body. */
  hideIn(body: JsonValue): JsonValue
}

/**
 * Hides secrets as they are and as they travel, whoever encoded them how often: in URLs, JSON, HTML and base64, without
 * regard to case.
 */
export function createSecretHider(secrets: readonly string[]): SecretHider {
  const hidden = new Set<string>()

  function add(secret: string): void {
    if (secret.length < shortest) return
    const forms = [secret, ...[secret, decode(secret)].flatMap(inBase64)]
    for (const form of forms.flatMap((each) => readings(each).map(({ bytes }) => bytes))) {
      if (form.length >= shortest) hidden.add(form)
    }
  }

  function hide(text: string): string {
    const places = readings(text).flatMap(({ bytes, from }) =>
      [...hidden].flatMap((secret) =>
        placesOf(secret, bytes).map((at) => ({ start: from[at] ?? 0, end: from[at + secret.length] ?? text.length })),
      ),
    )
    return withoutPlaces(text, places)
  }

  function hideIn(body: JsonValue): JsonValue {
    if (typeof body === 'string') return hide(body)
    if (typeof body === 'number') return hide(String(body)) === String(body) ? body : secretMask
    if (Array.isArray(body)) return body.map(hideIn)
    if (!isJsonObject(body)) return body
    return Object.fromEntries(Object.entries(body).map(([key, value]) => [hide(key), hideIn(value)]))
  }

  for (const secret of secrets) add(secret)
  return { add, hide, hideIn }
}

/**
 * What must not be told of an address: its secrets, and user and password each by itself. One that is too short to be
 * found is told with the name before it.
 */
export function secretsOfAddress(address: string): string[] {
  return addressSecrets(address).flatMap(({ name, text }) => {
    if (name !== '@') return [text.length < shortest ? `${name}=${text}` : text]
    const colon = text.indexOf(':')
    return colon === -1 ? [text] : [text, text.slice(0, colon), text.slice(colon + 1)]
  })
}

/** Not everybody writes the padding. */
function inBase64(text: string): string[] {
  const [padded, bare] = [Buffer.from(text).toString('base64'), Buffer.from(text).toString('base64url')]
  return [padded, padded.replace(/=+$/, ''), bare]
}

function placesOf(secret: string, bytes: string): number[] {
  const found: number[] = []
  for (let at = bytes.indexOf(secret); at !== -1; at = bytes.indexOf(secret, at + 1)) found.push(at)
  return found
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Places that touch are one. */
function withoutPlaces(text: string, places: readonly Place[]): string {
  let [told, next] = ['', 0]
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    if (start > next || (start === 0 && next === 0)) told += text.slice(next, start) + secretMask
    next = Math.max(next, end)
  }
  return told + text.slice(next)
}
