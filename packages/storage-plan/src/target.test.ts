import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { type Target, targetOf } from './target.ts'

const s3 = { bucket: 'kz-eu', key: 'invented-id', secret: 'invented-secret' }

describe('S3', () => {
  for (const { note, settings, url, host, hostHeader } of [
    {
      note: 'nothing but a bucket: in the path, at Amazon',
      settings: {},
      url: 'https://s3.amazonaws.com/kz-eu/P',
      host: 's3.amazonaws.com',
    },
    {
      note: 'a region: its host, which is asked for the bucket by name',
      settings: { region: 'eu-west-1' },
      url: 'https://s3.eu-west-1.amazonaws.com/P',
      host: 's3.eu-west-1.amazonaws.com',
      hostHeader: 'kz-eu.s3.eu-west-1.amazonaws.com',
    },
    {
      note: 'a region, and a bucket that DNS does not allow: in the path',
      settings: { region: 'eu-west-1', bucket: 'KZ_eu' },
      url: 'https://s3.eu-west-1.amazonaws.com/KZ_eu/P',
      host: 's3.eu-west-1.amazonaws.com',
    },
    {
      note: 'a host counts before the region',
      settings: { host: 'minio.example.net', region: 'eu-west-1' },
      url: 'https://minio.example.net/P',
      host: 'minio.example.net',
      hostHeader: 'kz-eu.minio.example.net',
    },
    {
      note: 'a host alone: in the path',
      settings: { host: 'minio.example.net' },
      url: 'https://minio.example.net/kz-eu/P',
      host: 'minio.example.net',
    },
    {
      note: 'scheme and port',
      settings: { host: 'minio.example.net', scheme: 'http', port: 9000 },
      url: 'http://minio.example.net:9000/kz-eu/P',
      host: 'minio.example.net',
    },
    {
      note: 'the port that the scheme has anyway is not told',
      settings: { host: 'minio.example.net', scheme: 'http', port: 80 },
      url: 'http://minio.example.net/kz-eu/P',
      host: 'minio.example.net',
    },
    {
      note: 'a port as text',
      settings: { host: 'minio.example.net', port: '9443' },
      url: 'https://minio.example.net:9443/kz-eu/P',
      host: 'minio.example.net',
    },
    {
      note: 'an address with a port, asked for a bucket by name',
      settings: { host: '10.0.0.5', port: 9000, region: 'eu-west-1', scheme: 'http' },
      url: 'http://10.0.0.5:9000/P',
      host: '10.0.0.5',
      hostHeader: 'kz-eu.10.0.0.5',
    },
    {
      note: 'port 80 is not told with https either: it is 443',
      settings: { host: 'minio.example.net', port: 80 },
      url: 'https://minio.example.net/kz-eu/P',
      host: 'minio.example.net',
    },
    {
      note: 'port 443 without encryption',
      settings: { host: 'minio.example.net', port: 443, scheme: 'http' },
      url: 'http://minio.example.net:443/kz-eu/P',
      host: 'minio.example.net',
    },
    {
      note: 'the way to the bucket may be chosen: vhost',
      settings: { bucket_access_method: 'vhost' },
      url: 'https://s3.amazonaws.com/P',
      host: 's3.amazonaws.com',
      hostHeader: 'kz-eu.s3.amazonaws.com',
    },
    {
      note: 'the way to the bucket may be chosen: path',
      settings: { bucket_access_method: 'path', region: 'eu-west-1' },
      url: 'https://s3.eu-west-1.amazonaws.com/kz-eu/P',
      host: 's3.eu-west-1.amazonaws.com',
    },
    {
      note: 'auto without a region looks at the name too',
      settings: { bucket_access_method: 'auto' },
      url: 'https://s3.amazonaws.com/P',
      host: 's3.amazonaws.com',
      hostHeader: 'kz-eu.s3.amazonaws.com',
    },
    {
      note: 'bucket_after_host changes nothing',
      settings: { bucket_after_host: true, region: 'eu-west-1' },
      url: 'https://s3.eu-west-1.amazonaws.com/P',
      host: 's3.eu-west-1.amazonaws.com',
      hostHeader: 'kz-eu.s3.eu-west-1.amazonaws.com',
    },
    {
      note: 'user information before a host is not told',
      settings: { host: 'someone:invented-password@minio.example.net' },
      url: 'https://minio.example.net/kz-eu/P',
      host: 'minio.example.net',
    },
  ] satisfies { note: string; settings: JsonObject; url: string; host: string; hostHeader?: string }[]) {
    it(note, () => {
      const target = targetOf('s3', { ...s3, ...settings }, 'P')
      expect(target).toMatchObject({ method: 'PUT', url, path: 'P', place: { host } })
      expect(target.hostHeader).toBe(hostHeader)
    })
  }

  it('the key of an object is encoded once more in the address', () => {
    const path = "account%2Fab/ID_a b:c!'()* ü.mp3"
    expect(targetOf('s3', s3, path)).toMatchObject({
      url: 'https://s3.amazonaws.com/kz-eu/account%252Fab/ID_a%20b%3Ac%21%27%28%29%2A%20%C3%BC.mp3',
      path,
    })
  })

  it('what is known of a place is told under the names of its settings, secrets never', () => {
    const { place } = targetOf('s3', { ...s3, region: 'eu-west-1' }, 'P')
    expect(place).toEqual({ bucket: 'kz-eu', region: 'eu-west-1', host: 's3.eu-west-1.amazonaws.com' })
  })

  it('beside a host the region is the one that nodes sign for', () => {
    const { place } = targetOf('s3', { ...s3, host: 'minio.corp.example', region: 'eu-west-1' }, 'P')
    expect(place).toEqual({ bucket: 'kz-eu', host: 'minio.corp.example', signing_region: 'io' })
  })
})

describe('HTTP', () => {
  for (const { note, url, expected } of [
    { note: 'a slash comes between', url: 'https://rec.example.net/in', expected: 'https://rec.example.net/in/A/N' },
    { note: 'slashes at the end go', url: 'https://rec.example.net/in//', expected: 'https://rec.example.net/in/A/N' },
    {
      note: 'a query is gone on with',
      url: 'https://rec.example.net/in?file=',
      expected: 'https://rec.example.net/in?file=A/N',
    },
    { note: 'an empty query is none', url: 'https://rec.example.net/in?', expected: 'https://rec.example.net/in?/A/N' },
    {
      note: 'a question mark in a fragment is no query',
      url: 'https://rec.example.net/#a?b',
      expected: 'https://rec.example.net/#a?b/A/N',
    },
    {
      note: 'a slash at the end of a query goes too',
      url: 'https://rec.example.net/in?dir=x/',
      expected: 'https://rec.example.net/in?dir=xA/N',
    },
    {
      note: 'user and password are not told',
      url: 'https://someone:invented@rec.example.net:8443/in',
      expected: 'https://rec.example.net:8443/in/A/N',
    },
    {
      note: 'an @ in a password does not save it',
      url: 'https://u:in@vented@rec.example.net/in',
      expected: 'https://rec.example.net/in/A/N',
    },
    { note: 'an @ in a path stays', url: 'https://rec.example.net/a@b', expected: 'https://rec.example.net/a@b/A/N' },
  ]) {
    it(note, () => expect(targetOf('http', { url }, 'A/N').url).toBe(expected))
  }

  for (const { verb, expected } of [
    { verb: undefined, expected: 'PUT' },
    { verb: 'put', expected: 'PUT' },
    { verb: 'post', expected: 'POST' },
    { verb: 'POST', expected: 'POST' },
  ]) {
    it(`verb ${verb} is ${expected}`, () => {
      expect(targetOf('http', verb === undefined ? {} : { verb }, 'A').method).toBe(expected)
    })
  }

  it('the place is its host', () => {
    expect(targetOf('http', { url: 'https://u:p@rec.example.net:8443/in?x' }, 'A').place).toEqual({
      host: 'rec.example.net:8443',
    })
  })

  // A pattern that began its search anew at each slash would not come to an end within a test.
  it('a very long address is read once', () => {
    const url = `https://rec.example.net/${'/'.repeat(500_000)}x`
    expect(targetOf('http', { url }, 'A').url === `${url}/A`).toBe(true)
  })
})

describe('the other handlers', () => {
  for (const { handler, settings, path, expected } of [
    {
      handler: 'azure',
      settings: { account: 'acc', container: 'voicemail', key: 'invented' },
      path: 'f/ID_NAME',
      expected: {
        method: 'PUT',
        url: 'https://acc.blob.core.windows.net/voicemail/f/ID_NAME',
        path: 'f/ID_NAME',
        place: { account: 'acc', container: 'voicemail' },
      },
    },
    {
      handler: 'google_storage',
      settings: { bucket: 'archive', oauth_doc_id: 'google-bot' },
      path: 'ID_NAME',
      expected: {
        method: 'POST',
        url: 'https://www.googleapis.com/upload/storage/v1/b/archive/o?uploadType=multipart',
        path: 'ID_NAME',
        place: { bucket: 'archive', oauth_doc_id: 'google-bot' },
      },
    },
    {
      handler: 'google_drive',
      settings: { oauth_doc_id: 'google-bot' },
      path: '/a//b/ID_NAME',
      expected: {
        method: 'POST',
        url: 'https://www.googleapis.com/upload/drive/v3/files?fields=id&uploadType=multipart',
        path: 'a/b/ID_NAME',
        place: { oauth_doc_id: 'google-bot' },
      },
    },
    {
      handler: 'google_drive',
      settings: { oauth_doc_id: 'google-bot', folder_id: 'F' },
      path: 'a/b/ID_NAME',
      expected: {
        method: 'POST',
        url: 'https://www.googleapis.com/upload/drive/v3/files?fields=id&uploadType=multipart',
        path: 'ID_NAME',
        place: { oauth_doc_id: 'google-bot', folder_id: 'F' },
      },
    },
    {
      handler: 'dropbox',
      settings: { oauth_doc_id: 'dropbox-bot' },
      path: 'f/ID_NAME',
      expected: {
        method: 'POST',
        url: 'https://content.dropboxapi.com/2/files/upload',
        path: '/f/ID_NAME',
        place: { oauth_doc_id: 'dropbox-bot' },
      },
    },
    {
      handler: 'onedrive',
      settings: { oauth_doc_id: 'office-bot' },
      path: 'f/ID_NAME',
      expected: {
        method: 'PUT',
        url: 'https://graph.microsoft.com/v1.0/me/drive/root:/f/ID_NAME:/content',
        path: 'f/ID_NAME',
        place: { oauth_doc_id: 'office-bot' },
      },
    },
    {
      handler: 'ftp',
      settings: { url: 'ftp://u:p@h/' },
      path: 'P',
      expected: { method: undefined, url: undefined, path: 'P', place: {} },
    },
    {
      handler: 'constructor',
      settings: {},
      path: 'P',
      expected: { method: undefined, url: undefined, path: 'P', place: {} },
    },
  ] satisfies { handler: string; settings: JsonObject; path: string; expected: Partial<Target> }[]) {
    it(`${handler}: ${expected.url ?? 'only the path is told'}`, () => {
      expect(targetOf(handler, settings, path)).toEqual({ hostHeader: undefined, isNameless: false, ...expected })
    })
  }

  for (const { handler, path, expected } of [
    { handler: 'google_drive', path: '', expected: true },
    { handler: 'google_drive', path: '//', expected: true },
    { handler: 'google_drive', path: 'a/', expected: false },
    { handler: 'google_storage', path: '', expected: true },
    { handler: 's3', path: '', expected: true },
    { handler: 'dropbox', path: '', expected: true },
    { handler: 'http', path: '', expected: false },
  ]) {
    it(`${handler}: "${path}" ${expected ? 'is no name for a file' : 'will do'}`, () => {
      expect(targetOf(handler, s3, path).isNameless).toBe(expected)
    })
  }

  for (const handler of ['s3', 'azure', 'google_storage', 'http']) {
    it(`${handler}: settings that are missing or hidden leave the address open`, () => {
      const hidden = { $secret: 'set', fingerprint: '0123456789ab' }
      for (const value of [undefined, hidden]) {
        const settings = value === undefined ? {} : { bucket: value, account: value, container: value, url: value }
        expect(targetOf(handler, settings, 'P').url).toBeUndefined()
      }
    })
  }

  it('http: an address with hidden secrets is told as it is shown', () => {
    const url = { $secret: 'set', fingerprint: '0123456789ab', shown: 'https://•••@h:8080/in?key=•••&file=' }
    expect(targetOf('http', { url }, 'P')).toMatchObject({
      method: 'PUT',
      url: 'https://h:8080/in?key=•••&file=P',
      path: 'P',
      place: { host: 'h:8080' },
    })
  })

  it('no secret is told, whatever the handler', () => {
    const secrets = ['key', 'secret', 'password', 'token']
    const settings = Object.fromEntries(secrets.map((name) => [name, `planted-${name}`]))
    const all = {
      ...settings,
      bucket: 'b',
      account: 'a',
      container: 'c',
      url: 'https://planted-user:planted-password@h/x',
    }
    for (const handler of ['s3', 'azure', 'google_storage', 'google_drive', 'dropbox', 'onedrive', 'http']) {
      expect(JSON.stringify(targetOf(handler, all, 'P'))).not.toContain('planted')
    }
  })
})
