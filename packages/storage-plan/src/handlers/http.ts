import { isJsonObject } from '@strata/json'
import { withoutTrailingSlashes } from '../without-trailing-slashes.ts'
import { type AttachmentHandler, isText } from './attachment-handler.ts'

/**
 * Any server that takes files by PUT or POST. An address with hidden secrets is told as it is shown (`SecretMarker.shown`).
 * Source: kz_att_http.
 */
export const http: AttachmentHandler = {
  asked: ['url', 'verb'],
  address: ['url'],
  secrets: [],
  place: [],
  defaultFields: [{ arg: 'account_id' }, { field: 'owner_id' }, { arg: 'id' }, { arg: 'attachment' }],
  takesNameless: true,
  send({ url, verb }, path) {
    const method = isText(verb) && verb.toLowerCase() === 'post' ? 'POST' : 'PUT'
    const address = isJsonObject(url) ? url.shown : url
    if (!isText(address)) return { method, url: undefined }
    const host = hostOf(address)
    return { method, url: fileUrl(address, path), place: host === undefined ? {} : { host } }
  },
}

/**
 * The address of a file.
 * - slashes at the end of the base go; `/` comes between unless the base has a query, which the path then goes on
 * - user information (`user:password@`) is left out: it must not be shown
 */
function fileUrl(base: string, path: string): string {
  const trimmed = withoutTrailingSlashes(base)
  const query = /^[^?#]*\?([^#]*)/.exec(trimmed)?.[1] ?? ''
  return withoutUserInformation(trimmed) + (query === '' ? '/' : '') + path
}

/** With its port. */
function hostOf(url: string): string | undefined {
  return /^[^:/?#]+:\/\/([^/?#]+)/.exec(withoutUserInformation(url))?.[1]
}

function withoutUserInformation(url: string): string {
  return url.replace(/^([^:/?#]*:)?\/\/[^/?#]*@/, '$1//')
}
