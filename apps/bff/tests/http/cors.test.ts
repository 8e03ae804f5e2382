import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../_app.ts'

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

  it('never get at the console', async () => {
    const reply = await open.anyone.send('OPTIONS', '/console/session', undefined, { headers: { origin } })
    expect(corsHeaders(reply.headers)).toEqual([])
  })

  it('no header is sent to those who do not ask', async () => {
    expect(corsHeaders((await open.anyone.get('/v2/schemas')).headers)).toEqual([])
  })
})
