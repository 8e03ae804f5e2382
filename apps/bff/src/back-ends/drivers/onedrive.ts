import { getAt, type JsonObject } from '@strata/json'
import { targetOf } from '@strata/storage-plan'
import { BackEndError } from '../back-end-error.ts'
import { type BearerTools, createBearer, oauthSourceOf } from './bearer.ts'
import type { Driver, TestFile } from './driver.ts'
import { bodyOf, reasonAt, refusal } from './refusal.ts'
import { toUrl } from './settings.ts'

const writeScope = 'Files.ReadWrite.All'
const readScope = 'Files.Read.All'
const reason = reasonAt('/error/message')

/**
 * A drive of Microsoft.
 * Source: kz_att_onedrive.
 */
export function createOnedriveDriver(
  settings: JsonObject,
  file: TestFile,
  tools: BearerTools & { readonly endpoint: string },
): Driver {
  const { endpoint } = tools
  const source = oauthSourceOf(settings)
  const writer = createBearer(source, writeScope, tools)
  const reader = createBearer(source, readScope, tools)
  const { pathname } = toUrl(targetOf('onedrive', settings, file.path).url)

  async function remove(address: string, signal: AbortSignal) {
    const removed = await writer.send({ method: 'DELETE', url: toUrl(address) }, signal)
    if (removed.status >= 300) throw refusal(removed, reason)
    return { said: removed.statusLine }
  }

  return {
    url: toUrl(endpoint),
    discard: (signal) => remove(`${endpoint}${pathname.replace(/\/content$/, '')}`, signal),
    authenticate: writer.authenticate,
    async write(signal) {
      const headers = { 'content-type': 'text/plain' }
      const url = toUrl(`${endpoint}${pathname}`)
      const written = await writer.send({ method: 'PUT', url, headers, body: file.content }, signal)
      if (written.status >= 300) throw refusal(written, reason)
      const [id, drive] = ['/id', '/parentReference/driveId'].map((pointer) => getAt(bodyOf(written), pointer))
      if (typeof id !== 'string' || typeof drive !== 'string') {
        throw new BackEndError('invalid_data', { advice: 'OneDrive did not say where it put the file.' })
      }
      const item = `${endpoint}/v1.0/drives/${encodeURIComponent(drive)}/items/${encodeURIComponent(id)}`
      return {
        said: written.statusLine,
        async read(readSignal) {
          const read = await reader.send({ method: 'GET', url: toUrl(`${item}/content`) }, readSignal)
          if (read.status !== 200) throw refusal(read, reason)
          return { content: read.body, said: read.statusLine }
        },
        remove: (removeSignal) => remove(item, removeSignal),
      }
    },
  }
}
