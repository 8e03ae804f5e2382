import { unescape as decode } from 'node:querystring'
import { isJsonObject, type JsonValue } from '@strata/json'
import { addressSecrets, secretMask } from '@strata/kazoo-schemas'
import { readings } from './readings.ts'

/** Shorter ones would be found everywhere, and shown by what was put in their place. */
const shortest = 4
/** More than any back-end has; looking for each in long answers would take the server from everybody else. */
const mostSecrets = 50
const mostCharacters = 20_000
const mostPlaces = 10_000
/** In place of texts of which it cannot be said in time where their secrets lie. */
const withheld = 'Not told: there are too many secrets to take out of it.'

/** Takes secrets out of what others say. */
export type SecretHider = ReturnType<typeof createSecretHider>

/**
 * Hides secrets as they are and as they travel, whoever encoded them how often: in URLs, JSON, HTML and base64, without
 * regard to case.
 * - nothing is shown any more once there are more than 50 secrets, or 20,000 characters of them, and nothing of a text that
 *   has them in more than 10,000 places: addresses and answers are written by others
 */
export function createSecretHider(secrets: readonly string[]) {
  const known = new Set<string>()
  const hidden = new Set<string>()
  let characters = 0

  const areTooMany = () => known.size > mostSecrets || characters > mostCharacters

  function add(secret: string): void {
    if (secret.length < shortest || known.has(secret) || areTooMany()) return
    known.add(secret)
    characters += secret.length
    if (areTooMany()) return
    const forms = [secret, ...[secret, decode(secret)].flatMap(inBase64)]
    for (const form of forms.flatMap((each) => readings(each).map(({ bytes }) => bytes))) {
      if (form.length >= shortest) hidden.add(form)
    }
  }

  function hide(text: string): string {
    if (areTooMany()) return withheld
    const spans: SecretSpan[] = []
    for (const { bytes, from } of readings(text)) {
      for (const secret of hidden) {
        for (const at of placesOf(secret, bytes)) {
          if (spans.length >= mostPlaces) return withheld
          spans.push({ start: from[at] ?? 0, end: from[at + secret.length] ?? text.length })
        }
      }
    }
    return withoutSpans(text, spans)
  }

  /** Hides them in all texts, names and numbers of a body. */
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
 * What must not be shown of an address: its secrets, and user and password each by itself. One that is too short to be
 * found is shown with the name before it.
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

function* placesOf(secret: string, bytes: string): Generator<number> {
  for (let at = bytes.indexOf(secret); at !== -1; at = bytes.indexOf(secret, at + 1)) yield at
}

interface SecretSpan {
  readonly start: number
  readonly end: number
}

/** Spans that touch are one. */
function withoutSpans(text: string, spans: readonly SecretSpan[]): string {
  let [shown, next] = ['', 0]
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start > next || (start === 0 && next === 0)) shown += text.slice(next, start) + secretMask
    next = Math.max(next, end)
  }
  return shown + text.slice(next)
}
