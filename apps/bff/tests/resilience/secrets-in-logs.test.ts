import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { ACCOUNTS, apiKeyOf, passwordOf, startApp, type TestApp } from '../_app.ts'
import { type CouchServer, startCouchServer } from '../_couch-server.ts'
import {
  acmeStorage,
  browserOf,
  couchdb,
  couchId,
  couchPassword,
  http,
  httpId,
  s3,
  s3Id,
  s3Secret,
} from '../storage/_documents.ts'

const urlPassword = 'invented-url-password'
const urlKey = 'invented-url-query-key'
const configSecret = 'invented-config-secret'
const wrongPassword = 'invented-wrong-password'
const wrongToken = 'eyJpbnZlbnRlZCI6dHJ1ZX0.eyJpbnZlbnRlZCI6dHJ1ZX0.aW52ZW50ZWQtc2lnbmF0dXJl'
const json = { headers: { 'content-type': 'application/json' } }

const document = {
  attachments: { [s3Id]: s3(), [httpId]: http({ url: `https://user:${urlPassword}@rec.example.net/?key=${urlKey}` }) },
  connections: { [couchId]: couchdb() },
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}

describe('the log of a whole run', () => {
  let couch: CouchServer
  let app: TestApp
  let csrf: string
  let cookie: string

  beforeAll(async () => {
    couch = await startCouchServer()
    const store = createCouchDbStore(couch.url)
    app = await startApp({ start: async () => ({ store, stop: () => store.close() }), savesUntested: true })
    await signIns()
    await writes()
    await failures()
  })
  afterAll(async () => {
    await app.stop()
    await couch.stop()
  })

  async function signIns(): Promise<void> {
    const user = { username: 'superduper', account_name: 'Master' }
    const signedIn = await app.anyone.post('/console/session', { ...user, password: passwordOf('superduper') })
    cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    csrf = (signedIn.body.data as { csrf_token: string }).csrf_token
    await app.anyone.post('/console/session', { ...user, password: wrongPassword })
    for (const password of [passwordOf('superduper'), wrongPassword]) {
      await app.anyone.put('/v2/user_auth', { credentials: md5(`superduper:${password}`), account_name: 'Master' })
    }
    await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('acme') })
    await app.anyone.get('/v2/about', { headers: { authorization: `Bearer ${wrongToken}` } })
    await app.anyone.get(`/v2/about?auth_token=${app.tokenOf('superduper')}`)
    await app.anyone.get(`/v2/user_auth/${app.tokenOf('superduper')}`)
    await app.anyone.get(`/v2/about?url=https://h/?key=${urlKey}`)
  }

  async function writes(): Promise<void> {
    const token = app.as('superduper')
    const browser = await browserOf(app, 'superduper')
    await token.put(acmeStorage, document)
    await token.put(acmeStorage, document)
    await browser.get(acmeStorage)
    for (const client of [token, browser]) {
      await client.post(acmeStorage, { ...document, plan: { modb: { connection: 'nowhere' } } })
      await client.patch(acmeStorage, {
        attachments: { [s3Id]: { settings: { bucket: 'x', secret: `${s3Secret} ` } } },
      })
      await client.patch(acmeStorage, { attachments: { [s3Id]: { settings: { secret: '***' } } } })
      await client.patch('/v2/system_configs/pusher', { default: { apple: { client_secret: configSecret } } })
      await client.post('/v2/system_configs/pusher', { default: { enabled: { password: configSecret } } })
    }
    await token.send('POST', acmeStorage, `{"data":{"secret":"${s3Secret}",`, json)
    await token.send(
      'POST',
      acmeStorage,
      JSON.stringify({ data: { secret: s3Secret, filler: 'x'.repeat(8_000_000) } }),
      json,
    )
    // Of the one above more is left unread than the server waits for: its connection is cut off.
    await app.anyone.send(
      'POST',
      acmeStorage,
      JSON.stringify({ data: { secret: s3Secret, filler: 'x'.repeat(100_000) } }),
      json,
    )
    await token.send('POST', acmeStorage, `secret=${s3Secret}`, { headers: { 'content-type': 'text/csv' } })
    await token.put(`/v2/accounts/${ACCOUNTS.acme.id}/users`, { username: 'new', password: 'invented-user-password' })
  }

  async function failures(): Promise<void> {
    const token = app.as('superduper')
    couch.fail = (request) => (request.includes('system_data') ? 500 : undefined)
    await token.get(acmeStorage)
    await token.patch(acmeStorage, document)
    await token.put('/v2/storage', document)
    couch.fail = undefined
    await couch.stop()
    await token.put('/v2/storage', document)
    await app.anyone.post('/console/session', {
      username: 'superduper',
      password: passwordOf('superduper'),
      account_name: 'Master',
    })
    await couch.start()
    await token.delete(acmeStorage)
  }

  it('tells what happened', () => {
    const lines = app.log.map((line): { msg: string; level: string; status?: number } => JSON.parse(line))
    const served = lines.filter(({ msg }) => msg === 'request').map(({ status }) => status)
    for (const status of [200, 201, 400, 401, 409, 413, 415, 500, 503]) expect(served, String(status)).toContain(status)
    expect(lines.filter(({ level }) => level === 'error').length).toBeGreaterThan(0)
  })

  it('holds no secret', () => {
    const secrets = {
      'S3 secret': s3Secret,
      'CouchDB password of a connection': couchPassword,
      'password in a URL': urlPassword,
      'value in the query of a URL': urlKey,
      'secret of a config': configSecret,
      password: passwordOf('superduper'),
      'wrong password': wrongPassword,
      'password of a new user': 'invented-user-password',
      credentials: md5(`superduper:${passwordOf('superduper')}`),
      'API key': apiKeyOf('acme'),
      token: app.tokenOf('superduper'),
      'signature of the token': app.tokenOf('superduper').split('.')[2] ?? '',
      'wrong token': wrongToken,
      cookie: cookie.split('=')[1] ?? '',
      'CSRF token': csrf,
      "password of the store's address": decodeURIComponent(new URL(couch.url).password),
      "password of the store's address, encoded": new URL(couch.url).password,
      'signature secret': 'invented-secret-of-superduper',
    }
    for (const [name, secret] of Object.entries(secrets)) {
      expect(secret.length, name).toBeGreaterThan(7)
      expect(
        app.log.filter((line) => line.includes(secret)),
        name,
      ).toEqual([])
    }
  })
})
