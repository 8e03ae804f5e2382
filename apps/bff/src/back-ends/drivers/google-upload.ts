import type { JsonObject } from '@strata/json'
import type { OutboundRequest } from '../outbound/outbound.ts'
import type { TestFile } from './driver.ts'
import { multipart } from './multipart.ts'

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
