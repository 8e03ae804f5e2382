import type { JsonObject } from '@strata/json'
import { targetOf } from '@strata/storage-plan'
import { BackEndError } from '../back-end-error.ts'
import { follow } from '../outbound/follow.ts'
import type { Outbound, Reply } from '../outbound/outbound.ts'
import { secretsOfAddress } from '../secret-hider.ts'
import type { Driver, TestFile } from './driver.ts'
import { multipart } from './multipart.ts'
import { refusal } from './refusal.ts'
import { requiredText, toUrl } from './settings.ts'

const contentType = 'text/plain'

interface HttpTools {
  readonly outbound: Outbound
  /** Why requests must not be sent on to a URL; undefined when they may. */
  readonly refuse: (url: string) => string | undefined
  readonly keepSecret: (secret: string) => void
}

/**
 * Any server that takes files by PUT or POST.
 * - read back from exactly the URL that took the file, after redirects
 * - removed only where the URL carries the file's own name: anything else might be more than the file
 * Source: kz_att_http.
 */
export function createHttpDriver(
  settings: JsonObject,
  file: TestFile,
  { outbound, refuse, keepSecret }: HttpTools,
): Driver {
  const url = fileUrl(settings, file)
  /** Where the file was sent last: whoever does not answer may have taken it. */
  let sentTo = url
  const check = (next: URL) => {
    for (const secret of secretsOfAddress(next.href)) keepSecret(secret)
    const reason = refuse(next.href)
    if (reason !== undefined) throw new BackEndError(reason, { code: 403 })
    sentTo = next
  }
  const rules = { statuses: [301, 302], check }

  async function remove(address: URL, signal: AbortSignal) {
    const reply = await outbound.send({ method: 'DELETE', url: address }, signal)
    if (reply.status >= 200 && reply.status <= 299) return { said: saidBy(reply) }
    throw new BackEndError(`${reply.statusLine}: ${file.name} stays.`, { code: reply.status })
  }

  return {
    url,
    async discard(signal) {
      if (hasOwnAddress(sentTo, file)) return remove(sentTo, signal)
      throw new BackEndError(`If ${file.name} was taken it stays: it has no address of its own to remove.`)
    },
    async write(signal) {
      const method = targetOf('http', settings, '').method ?? 'PUT'
      const { type, body } = bodyOf(settings, file)
      const request = { method, url, headers: { 'content-type': type }, body }
      const reply = await follow(outbound, request, rules, signal)
      if (reply.status < 200 || reply.status > 299) throw refusal(reply)
      return {
        said: saidBy(reply),
        async read(readSignal) {
          const read = await follow(outbound, { method: 'GET', url: reply.url }, rules, readSignal)
          if (read.status !== 200) throw refusal(read)
          return { content: decoded(settings, file, read.body), said: saidBy(read) }
        },
        ...(hasOwnAddress(reply.url, file) ? { remove: (removeSignal) => remove(reply.url, removeSignal) } : {}),
      }
    },
  }
}

/** `targetOf` leaves out user and password, because it is for showing. */
function fileUrl(settings: JsonObject, file: TestFile): URL {
  const base = toUrl(requiredText(settings, 'url'))
  const url = toUrl(targetOf('http', settings, file.path).url)
  url.username = base.username
  url.password = base.password
  return url
}

function bodyOf(settings: JsonObject, file: TestFile): { type: string; body: Buffer } {
  if (!isOn(settings.send_multipart)) return { type: contentType, body: file.content }
  const content = isOn(settings.base64_encode_data) ? file.content.toString('base64') : file.content
  return multipart('form-data', [
    {
      headers: { 'content-disposition': `form-data; name=${file.documentId}`, 'content-type': 'application/json' },
      content: JSON.stringify(file.fields),
    },
    { headers: { 'content-disposition': `form-data; name=${file.name}`, 'content-type': contentType }, content },
  ])
}

/** A server may keep what it got in base64 or as the file that it is. */
function decoded(settings: JsonObject, file: TestFile, body: Buffer): Buffer {
  if (!isOn(settings.send_multipart) || !isOn(settings.base64_encode_data) || body.equals(file.content)) return body
  return Buffer.from(body.toString('latin1'), 'base64')
}

function hasOwnAddress({ href }: URL, { name }: TestFile): boolean {
  return href.includes(name)
}

function saidBy({ statusLine, url }: Reply): string {
  return `${statusLine} (${url.origin}${url.pathname})`
}

function isOn(value: JsonObject[string] | undefined): boolean {
  return value === true || value === 'true'
}
