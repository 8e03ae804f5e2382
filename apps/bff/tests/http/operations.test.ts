import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, startApp, type TestApp } from '../_app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

describe('operations', () => {
  it('the process says that it is up, and that it can serve', async () => {
    const health = await app.anyone.get('/healthz')
    expect([health.status, health.body.data]).toEqual([200, { server: 'up' }])
    const ready = await app.anyone.get('/readyz')
    expect([ready.status, ready.body.data]).toEqual([200, { store: 'ready', accounts: 'ready', schemas: 'ready' }])
  })

  it('metrics count requests by route and status, not by path', async () => {
    await app.as('account-admin').get(`/v2/accounts/${ACCOUNTS.acme.id}`)
    await app.as('account-admin').get('/v2/nowhere/at/all')
    const { headers, text } = await app.anyone.get('/metrics')
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    expect(text).toContain(
      'strata_http_request_duration_seconds_count{method="GET",route="/v2/accounts/:account_id",status="200"} 1',
    )
    expect(text).toContain('strata_http_request_duration_seconds_count{method="none",route="none",status="404"} 1')
    expect(text).toContain('nodejs_eventloop_lag_seconds')
    expect(text).not.toContain(ACCOUNTS.acme.id)
  })

  it('each request is one line with its id, path, status, time and caller; neither query nor token', async () => {
    const token = app.tokenOf('account-admin')
    const headers = { 'x-request-id': 'line-1', 'x-auth-token': token }
    await app.withHeaders(headers).get(`/v2/accounts/${ACCOUNTS.acme.id}?auth_token=${token}&note=hush`)
    const lines = app.log.filter((line) => line.includes('line-1')).map((line) => JSON.parse(line))
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        request_id: 'line-1',
        method: 'GET',
        path: `/v2/accounts/${ACCOUNTS.acme.id}`,
        status: 200,
        ms: expect.any(Number),
        account_id: ACCOUNTS.acme.id,
        user_id: expect.any(String),
        msg: 'request',
      },
    ])
  })

  it('a token in a path is not logged', async () => {
    const token = app.tokenOf('superduper')
    expect((await app.as('superduper').get(`/v2/user_auth/${token}`)).status).toBe(200)
    expect((await app.anyone.get(`/v2/oops/${token}`)).status).toBe(404)
    expect(app.log.join('\n')).not.toContain(token)
    expect(app.log.join('\n')).toContain('/v2/user_auth/***')
  })
})
