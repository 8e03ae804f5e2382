import type { JsonObject } from '@strata/json'
import type { OutboundRequest } from '../outbound/outbound.ts'
import type { Bearer } from './bearer.ts'
import type { TestFile } from './driver.ts'
import { multipart } from './multipart.ts'
import { reasonAt, refusal } from './refusal.ts'
import { toUrl } from './settings.ts'

/** Where Google's services say why they refuse. */
export const googleReason = reasonAt('/error/message')

/** A file and what is said about it, as Google's services take both at once. */
export function googleUpload(url: string, metadata: JsonObject, file: TestFile): OutboundRequest {
  const { type, body } = multipart('related', [
    { headers: { 'Content-Type': 'application/json; charset=UTF-8' }, content: JSON.stringify(metadata) },
    {
      headers: { 'Content-Type': 'text/plain', 'Content-Transfer-Encoding': 'base64' },
      content: file.content.toString('base64'),
    },
  ])
  return { method: 'POST', url: new URL(url), headers: { 'content-type': type }, body }
}

/** Reads what a file holds, from the address that Google gives for it. */
export async function googleRead(bearer: Bearer, address: string, signal: AbortSignal) {
  const read = await bearer.send({ method: 'GET', url: toUrl(address) }, signal)
  if (read.status !== 200) throw refusal(read, googleReason)
  return { content: read.body, said: read.statusLine }
}

export async function googleRemove(bearer: Bearer, address: string, signal: AbortSignal) {
  const removed = await bearer.send({ method: 'DELETE', url: toUrl(address) }, signal)
  if (removed.status >= 300) throw refusal(removed, googleReason)
  return { said: removed.statusLine }
}
