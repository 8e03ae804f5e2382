import { getAt, type JsonObject } from '@strata/json'
import { type BearerTools, createBearer, oauthSourceOf } from './bearer.ts'
import type { Driver, TestFile } from './driver.ts'
import { googleRead, googleReason, googleRemove, googleUpload } from './google-file.ts'
import { bodyOf, refusal } from './refusal.ts'
import { requiredText, toUrl } from './settings.ts'

const scope = 'https://www.googleapis.com/auth/devstorage.read_write'

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
  const remove = (signal: AbortSignal) => googleRemove(bearer, object, signal)

  return {
    url: toUrl(endpoint),
    discard: remove,
    authenticate: bearer.authenticate,
    async write(signal) {
      const url = `${endpoint}/upload/storage/v1/b/${bucket}/o?uploadType=multipart`
      const written = await bearer.send(googleUpload(url, { name: file.path }, file), signal)
      if (written.status !== 200) throw refusal(written, googleReason)
      const mediaLink = getAt(bodyOf(written), '/mediaLink')
      return {
        said: written.statusLine,
        read: (readSignal) =>
          googleRead(bearer, typeof mediaLink === 'string' ? mediaLink : `${object}?alt=media`, readSignal),
        remove,
      }
    },
  }
}
