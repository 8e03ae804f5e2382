import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, startApp, type TestApp } from '../_app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const acme = `/v2/accounts/${ACCOUNTS.acme.id}`

describe('methods and paths', () => {
  it('a verb in the query tunnels another method through POST', async () => {
    const reply = await app.as('superduper').post(`${acme}?verb=get`)
    expect(reply.status).toBe(200)
    expect(reply.body.data).toMatchObject({ id: ACCOUNTS.acme.id, name: 'Acme Corp' })
  })

  for (const { note, path, body } of [
    { note: 'in data', path: `${acme}/children?verb=PUT`, body: '{"data":{"verb":"GET"},"verb":"PUT"}' },
    { note: 'beside data', path: `${acme}/children`, body: '{"data":{},"Verb":"GET"}' },
  ]) {
    it(`a verb ${note} counts`, async () => {
      const reply = await app
        .as('superduper')
        .send('POST', path, body, { headers: { 'content-type': 'application/json' } })
      expect(reply.status).toBe(200)
    })
  }

  it('a verb that the path does not take is 405, and the answer says which it takes', async () => {
    const reply = await app.as('superduper').post(`${acme}/children?verb=DELETE`)
    expect(reply.status).toBe(405)
    expect(reply.headers.get('allow')).toBe('GET, OPTIONS')
    expect(reply.body).toMatchObject({
      data: { message: 'method not allowed' },
      error: '405',
      message: 'invalid_method',
    })
  })

  for (const verb of ['HEAD', 'OPTIONS', 'TRACE']) {
    it(`a verb cannot be ${verb}`, async () => {
      expect((await app.as('superduper').post(`${acme}?verb=${verb}`)).status).toBe(405)
    })
  }

  it('a HEAD that a verb makes a GET has no body either', async () => {
    const reply = await app.as('superduper').send('HEAD', `${acme}?verb=get`)
    expect([reply.status, reply.text]).toEqual([200, ''])
  })

  it('the console takes methods as they are', async () => {
    const reply = await app.as('superduper').post('/console/accounts?verb=GET')
    expect(reply.status).toBe(405)
  })

  it('HEAD is GET without its body', async () => {
    const reply = await app.as('superduper').send('HEAD', acme)
    expect(reply.status).toBe(200)
    expect(reply.text).toBe('')
    expect(reply.headers.get('etag')).toMatch(/^"1-/)
  })

  it("account stands for the caller's own", async () => {
    const own = await app.as('account-user').get('/v2/account')
    expect(own.body.data).toMatchObject({ id: ACCOUNTS.acme.id })
    const children = await app.as('account-user').get('/v2/account/children')
    expect(children.status).toBe(200)
    expect(children.body.data).toMatchObject([{ id: ACCOUNTS.branch.id }])
    expect((await app.anyone.get('/v2/account/children')).status).toBe(401)
  })

  it('answers are not kept by anybody, unless the handler knows that they never change', async () => {
    expect((await app.as('superduper').get(acme)).headers.get('cache-control')).toBe('no-store')
    const form = await app.as('superduper').get('/console/schemas/system_config.sysconf/form')
    const { validator_url: url } = form.body.data as { validator_url: string }
    const compiled = await app.as('superduper').get(url)
    expect(compiled.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(compiled.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it('a slash at the end or twice in between changes nothing', async () => {
    expect((await app.as('superduper').get(`//v2//accounts/${ACCOUNTS.acme.id}/`)).status).toBe(200)
  })

  it('a path may be encoded as it likes, but for its case', async () => {
    const { send, get } = app.as('superduper')
    expect((await get(`/v2/%61ccounts/${ACCOUNTS.acme.id}`)).status).toBe(200)
    expect((await get(`/v2/Accounts/${ACCOUNTS.acme.id}`)).status).toBe(404)
    expect((await send('OPTIONS', '/v2/accounts/%zz')).status).toBe(200)
  })

  it('own is the name of no account', async () => {
    expect((await app.as('account-user').get('/v2/accounts/own')).status).toBe(404)
  })

  it('curl without a content type header works, because its form is looked into', async () => {
    const body = JSON.stringify({ data: { name: 'Curl', realm: 'curl.example.org' } })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const reply = await app.as('superduper').send('PUT', acme, body, { headers })
    expect(reply.status).toBe(201)
    expect(reply.headers.get('x-rfc2616')).toBeNull()
  })

  it('a body without any content type is JSON, and the answer notes it', async () => {
    const body = Buffer.from(JSON.stringify({ data: { name: 'Untyped', realm: 'untyped.example.org' } }))
    const reply = await app.as('superduper').send('PUT', acme, body)
    expect(reply.status).toBe(201)
    expect(reply.headers.get('x-rfc2616')).toBe('no Content-Type, read as application/json')
  })

  it('the content type of a GET or DELETE does not matter', async () => {
    const headers = { 'content-type': 'text/xml' }
    expect((await app.as('superduper').get(acme, { headers })).status).toBe(200)
    const removed = await app.as('superduper').send('DELETE', '/v2/token_auth', '<x/>', { headers })
    expect(removed.status).toBe(200)
  })
})

describe('the order of checks', () => {
  const missing = '9'.repeat(32)
  for (const { note, method, path, body, type, status } of [
    { note: 'an unknown path before a broken body', method: 'POST', path: '/v2/nowhere', body: '{', status: 404 },
    { note: 'a broken body before a wrong method', method: 'PUT', path: '/v2/about', body: '{', status: 400 },
    { note: 'an unknown path before a missing token', method: 'GET', path: '/v2/nowhere', status: 404 },
    {
      note: 'a wrong method before a missing account',
      method: 'PUT',
      path: `/v2/accounts/${missing}/children`,
      status: 405,
    },
    { note: 'a malformed account before a missing token', method: 'GET', path: '/v2/accounts/x/children', status: 404 },
    {
      note: 'a missing account before a missing token',
      method: 'GET',
      path: `/v2/accounts/${missing}/children`,
      status: 404,
    },
    {
      note: 'a missing token before a wrong content type',
      method: 'POST',
      path: acme,
      body: '<x/>',
      type: 'text/xml',
      status: 401,
    },
  ]) {
    it(note, async () => {
      const headers = { 'content-type': type ?? 'application/json' }
      const reply = await app.anyone.send(method, path, body, body === undefined ? {} : { headers })
      expect(reply.status).toBe(status)
    })
  }

  it('what may not be done before a wrong content type', async () => {
    const headers = { 'content-type': 'text/xml' }
    expect((await app.as('account-user').send('POST', acme, '<x/>', { headers })).status).toBe(403)
    expect((await app.as('account-admin').send('POST', acme, '<x/>', { headers })).status).toBe(415)
  })

  it('a wrong content type before a document that is not there', async () => {
    const path = `${acme}/users/${'8'.repeat(32)}`
    const xml = { headers: { 'content-type': 'text/xml' } }
    expect((await app.as('account-admin').send('POST', path, '<x/>', xml)).status).toBe(415)
    expect((await app.as('account-admin').post(path, { username: '' })).status).toBe(404)
  })
})
