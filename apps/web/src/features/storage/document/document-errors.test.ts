import type { StorageLayer } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'
import {
  atTheirFields,
  danglingReferences,
  errorsBelow,
  messageAt,
  missingHosts,
  stillRejected,
} from './document-errors.ts'

describe(danglingReferences, () => {
  const plan = {
    modb: { attachments: { handler: 'a' }, types: { fax: { attachments: { handler: 'gone' }, connection: 'c' } } },
  }

  const own: StorageLayer = { name: 'account', values: { attachments: { a: { handler: 's3' } }, plan } }

  it('finds names that no layer defines', () => {
    expect(danglingReferences([own], '4.3')).toEqual([
      { pointer: '/plan/modb/types/fax/attachments/handler', name: 'gone' },
      { pointer: '/plan/modb/types/fax/connection', name: 'c' },
    ])
  })

  it('what a layer below defines may be named', () => {
    const below: StorageLayer = { name: 'system', values: { attachments: { gone: {} }, connections: { c: {} } } }
    expect(danglingReferences([below, own], '4.3')).toEqual([])
  })
})

describe(missingHosts, () => {
  const path = '/attachments/a/settings/host'
  const likeMinio = { port: 9000, bucket_access_method: 'path' }
  for (const { note, handler = 's3', settings, expected } of [
    { note: 'a server of one’s own needs its host', settings: likeMinio, expected: [path] },
    { note: 'a host is enough', settings: { ...likeMinio, host: 'minio.example.net' }, expected: [] },
    { note: 'Amazon needs none', settings: { region: 'eu-west-1' }, expected: [] },
    { note: 'no other kind has one', handler: 'http', settings: likeMinio, expected: [] },
  ]) {
    it(note, () => {
      const found = missingHosts({ attachments: { a: { handler, settings } } }, 'Say where.')
      expect(found.map(({ pointer }) => pointer)).toEqual(expected)
    })
  }
})

describe(stillRejected, () => {
  const sent = { attachments: { a: { handler: 's3', settings: { bucket: 'b' } } } }
  const atBucket = { pointer: '/attachments/a/settings/bucket', message: 'short' }
  const atEntry = { pointer: '/attachments/a', message: 'not accepted' }

  for (const { note, errors, document, expected } of [
    { note: 'holds while the place is unchanged', errors: [atBucket], document: sent, expected: [atBucket] },
    {
      note: 'holds although another place changed',
      errors: [atBucket],
      document: { ...sent, name: 'n' },
      expected: [atBucket],
    },
    {
      note: 'says nothing of a place that changed',
      errors: [atBucket],
      document: { attachments: { a: { handler: 's3', settings: { bucket: 'longer' } } } },
      expected: [],
    },
    {
      note: 'an entry is not told beside its own places',
      errors: [atEntry, atBucket],
      document: sent,
      expected: [atBucket],
    },
    { note: 'an entry is told where nothing else is', errors: [atEntry], document: sent, expected: [atEntry] },
    {
      note: 'a missing key is told until it is there',
      errors: [{ pointer: '/attachments/a/settings/key', message: 'needed' }],
      document: sent,
      expected: [{ pointer: '/attachments/a/settings/key', message: 'needed' }],
    },
  ]) {
    it(note, () => expect(stillRejected({ sent, errors }, document)).toEqual(expected))
  }
})

describe(atTheirFields, () => {
  const error = { pointer: '/attachments/a/settings', message: 'Choose which kind this is.' }

  it('a Google back-end that is not signed in lacks the account', () => {
    const document = { attachments: { a: { handler: 'google_storage', settings: { bucket: 'b' } } } }
    expect(atTheirFields([error], document, 'Is needed.')).toEqual([
      { pointer: '/attachments/a/settings/oauth_doc_id', message: 'Is needed.', isMissing: true },
    ])
  })

  it('one that names both an account and an app stays as it was found', () => {
    const settings = { oauth_doc_id: 'd', oauth_app_id: 'a' }
    expect(atTheirFields([error], { attachments: { a: { handler: 'google_storage', settings } } }, '')).toEqual([error])
  })
})

describe('errors by their place', () => {
  const errors = [
    { pointer: '/a', message: 'one' },
    { pointer: '/a/b', message: 'two' },
    { pointer: '/ab', message: 'three' },
    { pointer: '/a', message: 'one' },
  ]

  it('are found at the place and below it, and not beside it', () => {
    expect(errorsBelow(errors, '/a').map(({ pointer }) => pointer)).toEqual(['', '/b', ''])
  })

  it('are said once each', () => expect(messageAt(errors, '/a')).toBe('one'))

  it('are none elsewhere', () => expect(messageAt(errors, '/x')).toBeUndefined())
})
