import { getAt, type JsonObject } from '@strata/json'
import { BackEndError } from '../back-end-error.ts'
import { type BearerTools, createBearer, oauthSourceOf } from './bearer.ts'
import type { Driver, TestFile } from './driver.ts'
import { bodyOf, reasonAt, refusal } from './refusal.ts'
import { toUrl } from './settings.ts'

const reason = reasonAt('/error_summary')

interface DropboxTools extends BearerTools {
  /** Where files go. */
  readonly content: string
  /** Where everything else is asked for. */
  readonly api: string
}

/**
 * A folder of Dropbox.
 * Source: kz_att_dropbox.
 */
export function createDropboxDriver(settings: JsonObject, file: TestFile, tools: DropboxTools): Driver {
  const { content, api } = tools
  const bearer = createBearer(oauthSourceOf(settings), '', tools)

  /** By id or by path. */
  async function remove(path: string, signal: AbortSignal) {
    const url = toUrl(`${api}/2/files/delete_v2`)
    const headers = { 'content-type': 'application/json' }
    const removed = await bearer.send({ method: 'POST', url, headers, body: JSON.stringify({ path }) }, signal)
    if (removed.status !== 200) throw refusal(removed, reason)
    return { said: removed.statusLine }
  }

  return {
    url: toUrl(content),
    discard: (signal) => remove(`/${file.path}`, signal),
    authenticate: bearer.authenticate,
    async write(signal) {
      const headers = { 'content-type': 'application/octet-stream', 'Dropbox-API-Arg': argument(`/${file.path}`) }
      const url = toUrl(`${content}/2/files/upload`)
      const written = await bearer.send({ method: 'POST', url, headers, body: file.content }, signal)
      if (written.status !== 200) throw refusal(written, reason)
      const id = getAt(bodyOf(written), '/id')
      if (typeof id !== 'string') throw new BackEndError('invalid_data', { advice: 'Dropbox named no id of the file.' })
      return {
        said: written.statusLine,
        async read(readSignal) {
          const from = toUrl(`${content}/2/files/download`)
          const read = await bearer.send(
            { method: 'POST', url: from, headers: { 'Dropbox-API-Arg': argument(id) } },
            readSignal,
          )
          if (read.status !== 200) throw refusal(read, reason)
          return { content: read.body, said: read.statusLine }
        },
        remove: (removeSignal) => remove(id, removeSignal),
      }
    },
  }
}

/** A header takes ASCII only. */
function argument(path: string): string {
  return JSON.stringify({ path }).replaceAll(/[^\x20-\x7e]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
