import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, STORES, startApp, type TestApp } from '../_app.ts'

for (const { kind, start } of STORES) {
  describe(`the envelope, on the ${kind} store`, () => {
    let app: TestApp
    beforeAll(async () => {
      app = await startApp({ start })
    })
    afterAll(() => app.stop())

    const frame = { request_id: '{request_id}', node: '{node}', timestamp: '{timestamp}' }
    const known = { version: '{version}', auth_token: '{auth_token}' }

    it('carries data, status, request, node, time, version and the token that was used', async () => {
      const reply = await app.as('superduper').get('/v2/about')
      expect(reply.status).toBe(200)
      expect(reply.masked).toEqual({
        data: { version: '0.0.0-test', product: 'Strata', uptime: expect.any(Number) },
        status: 'success',
        ...frame,
        ...known,
      })
      expect(reply.body).toMatchObject({
        auth_token: app.tokenOf('superduper'),
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        node: expect.stringMatching(/^[\w-]{22}$/),
        request_id: reply.headers.get('x-request-id'),
      })
    })

    it('of an error has the status as text, the name, and the details as data', async () => {
      const reply = await app.as('account-admin').get(`/v2/accounts/${'9'.repeat(32)}`)
      expect(reply.status).toBe(404)
      expect(reply.masked).toEqual({
        data: { message: 'bad identifier', cause: '9'.repeat(32) },
        error: '404',
        message: 'bad_identifier',
        status: 'error',
        ...frame,
      })
    })

    it('of an error after sign-in carries version and token as well', async () => {
      const reply = await app.as('account-admin').get('/v2/system_configs')
      expect(reply.status).toBe(403)
      expect(reply.masked).toEqual({
        data: { message: 'forbidden' },
        error: '403',
        message: 'forbidden',
        status: 'error',
        ...frame,
        ...known,
      })
    })

    it('tells whoever brings no token nothing of the version', async () => {
      const reply = await app.anyone.get('/v2/about')
      expect(reply.status).toBe(401)
      expect(reply.masked).toEqual({
        data: { message: 'invalid credentials' },
        error: '401',
        message: 'invalid_credentials',
        status: 'error',
        ...frame,
      })
    })

    it('of a document carries its revision, which is its ETag', async () => {
      const reply = await app.as('account-admin').get(`/v2/accounts/${ACCOUNTS.acme.id}`)
      expect(reply.status).toBe(200)
      expect(reply.headers.get('etag')).toBe(`"${reply.body.revision}"`)
    })

    it('of a list carries its page and a tag of what it shows', async () => {
      const reply = await app.as('superduper').get(`/v2/accounts/${ACCOUNTS.master.id}/children?page_size=2`)
      expect(reply.status).toBe(200)
      expect(reply.masked).toEqual({
        data: [
          { id: ACCOUNTS.stranger.id, name: 'Stranger', realm: 'stranger.sip.example.org', descendants_count: 0 },
          {
            id: ACCOUNTS.reseller.id,
            name: 'Reseller One',
            realm: 'resellerone.sip.example.org',
            descendants_count: 2,
          },
        ],
        page_size: 2,
        next_start_key: expect.any(String),
        status: 'success',
        ...frame,
        ...known,
      })
      expect(reply.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/)
    })

    it('keeps a request id that can go into a log as it is, and makes one otherwise', async () => {
      const kept = await app.anyone.get('/healthz', { headers: { 'x-request-id': 'trace:42/a' } })
      expect(kept.body.request_id).toBe('trace:42/a')
      const made = await app.anyone.get('/healthz', { headers: { 'x-request-id': 'two words "quoted"' } })
      expect(made.body.request_id).toMatch(/^[0-9a-f]{32}$/)
    })

    it('is spread over lines on request', async () => {
      expect((await app.anyone.get('/healthz')).text).not.toContain('\n')
      expect((await app.anyone.get('/healthz?pretty_print=true')).text).toContain('\n  "data": {')
      expect((await app.anyone.get('/healthz', { headers: { 'x-pretty-print': '1' } })).text).toContain('\n  "data": {')
    })
  })
}
