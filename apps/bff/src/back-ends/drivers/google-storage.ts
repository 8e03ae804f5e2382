import { getAt, type JsonObject } from '@strata/json'
import { type BearerTools, createBearer, oauthSourceOf } from './bearer.ts'
import type { Driver, TestFile } from './driver.ts'
import { googleUpload } from './google-upload.ts'
import { bodyOf, reasonAt, refusal } from './refusal.ts'
import { requiredText, toUrl } from './settings.ts'

const scope = 'https://www.googleapis.com/auth/devstorage.read_write'
const reason = reasonAt('/error/message')

/**
 * A bucket of Google Cloud Storage.
 * Source: kz_att_google_storage.
 */
export function createGoogleStorageDriver(
  settings: JsonObject,
  file: TestFile,
  tools: BearerTools & { readonly endpoint: string },
): Driver {
  const { endpoint } = tools
  const bearer = createBearer(oauthSourceOf(settings), scope, tools)
  const bucket = encodeURIComponent(requiredText(settings, 'bucket'))
  const object = `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(file.path)}`

  async function remove(signal: AbortSignal) {
    const removed = await bearer.send({ method: 'DELETE', url: toUrl(object) }, signal)
    if (removed.status >= 300) throw refusal(removed, reason)
    return { said: removed.statusLine }
  }

  return {
    url: toUrl(endpoint),
    discard: remove,
    authenticate: bearer.authenticate,
    async write(signal) {
      const url = `${endpoint}/upload/storage/v1/b/${bucket}/o?uploadType=multipart`
      const written = await bearer.send(googleUpload(url, { name: file.path }, file), signal)
      if (written.status !== 200) throw refusal(written, reason)
      const mediaLink = getAt(bodyOf(written), '/mediaLink')
      return {
        said: written.statusLine,
        async read(readSignal) {
          const from = toUrl(typeof mediaLink === 'string' ? mediaLink : `${object}?alt=media`)
          const read = await bearer.send({ method: 'GET', url: from }, readSignal)
          if (read.status !== 200) throw refusal(read, reason)
          return { content: read.body, said: read.statusLine }
        },
        remove,
      }
    },
  }
}
