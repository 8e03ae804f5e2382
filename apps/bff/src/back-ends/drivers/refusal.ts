import { getAt, type JsonValue } from '@strata/json'
import { BackEndError } from '../back-end-error.ts'
import type { Reply } from '../outbound/outbound.ts'

/** Longer answers are not taken apart (characters). */
const longestJson = 2000

/** A provider's refusal. `reason` picks its own words from the body; without any the status line is the reason. */
export function refusal(reply: Reply, reason?: (body: JsonValue) => JsonValue | undefined): BackEndError {
  const body = bodyOf(reply)
  const words = reason?.(body)
  return new BackEndError(typeof words === 'string' && words !== '' ? words : reply.statusLine, {
    code: reply.status,
    body,
  })
}

/** Takes the text at a JSON Pointer of the body for the reason. */
export function reasonAt(pointer: string): (body: JsonValue) => JsonValue | undefined {
  return (body) => getAt(body, pointer)
}

/** Takes the content of an element of XML for the reason. */
export function reasonIn(element: string): (body: JsonValue) => JsonValue | undefined {
  const pattern = new RegExp(`<${element}>([^<]*)</${element}>`)
  return (body) => (typeof body === 'string' ? pattern.exec(body)?.[1] : undefined)
}

/** An answer as JSON where its type says so or says nothing, and it is; else as text. */
export function bodyOf({ headers, body }: Reply): JsonValue {
  const text = body.toString('utf8')
  const type = headers['content-type']
  if (text.length > longestJson) return text
  return type === undefined || /\bjson\b/.test(type) ? (parsed(text) ?? text) : text
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
