// @vitest-environment happy-dom
import type { JsonObject } from '@strata/json'
import { createTranslator } from 'use-intl'
import { describe, expect, it } from 'vitest'
import { en } from '#web/texts/en/index.ts'
import { targetInWords } from './back-end-kinds.tsx'
import { connectionInWords } from './connections-section.tsx'

const t = createTranslator({ locale: 'en', messages: en, namespace: 'storage.target' })
const connection = createTranslator({ locale: 'en', messages: en, namespace: 'storage.target.connection' })
const hidden = { $secret: 'set', fingerprint: '0123456789ab' }

describe(targetInWords, () => {
  for (const [handler, settings, expected] of [
    ['s3', { bucket: 'kz-eu', region: 'eu-west-1' }, 'S3 bucket kz-eu in eu-west-1'],
    ['s3', { bucket: 'kz-eu' }, 'S3 bucket kz-eu'],
    ['s3', { bucket: 'kz-eu', region: 'x', host: 'minio.example.net' }, 'S3 bucket kz-eu at minio.example.net'],
    ['s3', { bucket: 'b', region: 'x', port: 9000, bucket_access_method: 'path' }, 'S3 bucket b, no host yet'],
    ['s3', { secret: hidden }, 'S3, no bucket yet'],
    ['azure', { account: 'acmecold', container: 'prompts', key: hidden }, 'Azure container prompts of acmecold'],
    ['azure', { container: 'prompts' }, 'Azure container prompts'],
    ['azure', {}, 'Azure, no container yet'],
    ['google_storage', { bucket: 'b', oauth_doc_id: 'd' }, 'Google Cloud bucket b'],
    ['google_storage', { oauth_doc_id: 'd' }, 'Google Cloud Storage, no bucket yet'],
    ['google_drive', { oauth_doc_id: 'd', folder_id: 'f' }, 'Google Drive of d, folder f'],
    ['google_drive', { oauth_doc_id: 'd' }, 'Google Drive of d'],
    ['dropbox', { oauth_doc_id: 'd' }, 'Dropbox of d'],
    ['onedrive', {}, 'OneDrive, not signed in yet'],
    ['http', { url: 'https://rec.example.net/in', verb: 'put' }, 'PUT to https://rec.example.net/in'],
    ['http', { url: 'https://rec.example.net/in' }, 'POST to https://rec.example.net/in'],
    ['http', { url: hidden, verb: 'post' }, 'POST to an address with a password in it'],
    ['http', { url: { ...hidden, shown: 'https://•••@rec.example.net/in' } }, 'POST to https://•••@rec.example.net/in'],
    ['http', { url: 'https://me:pass@rec.example.net/in?key=x' }, 'POST to https://•••@rec.example.net/in?key=•••'],
    ['http', {}, 'HTTP, no address yet'],
    ['ftp', {}, 'Handler ftp'],
  ] satisfies [string, JsonObject, string][]) {
    it(`${handler}: ${expected}`, () => expect(targetInWords({ handler, settings }, t)).toBe(expected))
  }

  it('an entry of no handler', () => expect(targetInWords({}, t)).toBe('No handler'))
})

describe(connectionInWords, () => {
  for (const [settings, expected] of [
    [{ ip: 'couch.example.net', port: 5984 }, 'CouchDB at couch.example.net:5984'],
    [{ ip: 'couch.example.net' }, 'CouchDB at couch.example.net'],
    [{ port: 5984 }, 'CouchDB, no host yet'],
  ] satisfies [JsonObject, string][]) {
    it(expected, () => expect(connectionInWords({ settings }, connection)).toBe(expected))
  }
})
