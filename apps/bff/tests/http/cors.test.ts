import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, startApp, type TestApp } from '../_app.ts'

const acme = ACCOUNTS.acme.id
const origin = 'https://monster.example.org'
const corsHeaders = (headers: Headers) => [...headers.keys()].filter((name) => name.startsWith('access-control-'))

describe('other origins', () => {
  let open: TestApp
  let listed: TestApp
  beforeAll(async () => {
    open = await startApp()
    listed = await startApp({ config: { corsOrigins: [origin] } })
  })
  afterAll(() => Promise.all([open.stop(), listed.stop()]))

  it('may ask without a token what a path takes', async () => {
    const reply = await open.anyone.send('OPTIONS', '/v2/storage', undefined, {
      headers: { origin, 'access-control-request-method': 'PATCH' },
    })
    expect(reply.status).toBe(200)
    expect(reply.text).toBe('')
    expect(reply.headers.get('access-control-allow-origin')).toBe('*')
    expect(reply.headers.get('access-control-allow-methods')?.split(', ')).toEqual(
      expect.arrayContaining(['GET', 'PUT', 'POST', 'PATCH', 'DELETE']),
    )
    expect(reply.headers.get('access-control-allow-headers')).toMatch(/content-type.*x-auth-token.*if-match/)
    expect(reply.headers.get('access-control-expose-headers')).toMatch(/x-request-id.*location.*etag/)
    expect(reply.headers.get('access-control-max-age')).toBe('86400')
    expect(reply.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('may read answers to requests with a token, refusals among them', async () => {
    const headers = { origin, 'x-auth-token': open.tokenOf('superduper') }
    const answered = await open.withHeaders(headers).get('/v2/about')
    expect(answered.status).toBe(200)
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    const refused = await open.withHeaders({ origin }).get('/v2/about')
    expect(refused.status).toBe(401)
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('get no such header when they are not on the list', async () => {
    const reply = await listed.withHeaders({ origin: 'https://evil.example' }).get('/v2/schemas')
    expect(corsHeaders(reply.headers)).toEqual([])
    expect(reply.headers.get('vary')).toMatch(/Origin/)
  })

  it('get their own name back when they are', async () => {
    const reply = await listed.withHeaders({ origin }).get('/v2/schemas')
    expect(reply.headers.get('access-control-allow-origin')).toBe(origin)
    expect(reply.headers.get('vary')).toMatch(/Origin/)
  })

  for (const { note, method, path, status } of [
    { note: 'a method that a path does not take', method: 'PUT', path: '/v2/user_auth/recovery', status: 405 },
    {
      note: 'a path that is not served',
      method: 'PUT',
      path: `/v2/accounts/${acme}/users/${acme}/user_auth`,
      status: 404,
    },
    { note: 'an address that cannot be', method: 'GET', path: '/v2/storage/plans/%zz', status: 400 },
  ]) {
    it(`may ask for ${note}, and read that it is ${status}`, async () => {
      const preflight = await open.anyone.send('OPTIONS', path, undefined, {
        headers: { origin, 'access-control-request-method': method },
      })
      expect(preflight.status).toBe(200)
      expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
      expect(preflight.headers.get('access-control-allow-methods')?.split(', ')).toContain(method)
      const refused = await open.withHeaders({ origin, 'x-auth-token': open.tokenOf('superduper') }).send(method, path)
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([status, '*'])
    })
  }

  it('learn from Allow what a path takes', async () => {
    const reply = await open.anyone.send('OPTIONS', '/v2/about', undefined, { headers: { origin } })
    expect(reply.headers.get('allow')).toBe('GET, OPTIONS')
  })

  it('never get at the console', async () => {
    const reply = await open.anyone.send('OPTIONS', '/console/session', undefined, { headers: { origin } })
    expect(corsHeaders(reply.headers)).toEqual([])
  })

  it('no header is sent to those who do not ask', async () => {
    expect(corsHeaders((await open.anyone.get('/v2/schemas')).headers)).toEqual([])
  })
})
