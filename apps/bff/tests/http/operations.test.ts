import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiRoutes } from '#bff/app.ts'
import { createMetrics } from '#bff/http/metrics.ts'
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

  it('metrics count requests by route and class of status, not by path', async () => {
    await app.as('account-admin').get(`/v2/accounts/${ACCOUNTS.acme.id}`)
    await app.as('account-admin').get('/v2/nowhere/at/all')
    const { headers, text } = await app.anyone.get('/metrics')
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    expect(text).toContain('strata_http_requests_total{method="GET",route="/v2/accounts/:account_id",status="2xx"} 1')
    expect(text).toMatch(/strata_http_request_seconds_total\{method="GET",route="\/v2\/accounts\/:account_id"\} 0\.\d/)
    expect(text).toContain('strata_http_requests_total{method="none",route="none",status="4xx"} 1')
    expect(text).toContain('strata_http_request_duration_seconds_count{method="GET",status="2xx"}')
    expect(text).toContain('nodejs_eventloop_lag_seconds')
    expect(text).not.toContain(ACCOUNTS.acme.id)
  })

  it('metrics stay below 120 KB when every route has answered in every way', async () => {
    const metrics = createMetrics()
    for (const { method, path } of apiRoutes(app.context)) {
      for (const status of [200, 201, 304, 400, 401, 403, 404, 409, 412, 413, 415, 429, 499, 500, 503]) {
        metrics.served({ method, route: path, status, seconds: 0.123456789 })
      }
    }
    expect((await metrics.text()).content.length).toBeLessThan(120_000)
  })

  it('metrics are written once for all who ask within a second', async () => {
    const metrics = createMetrics()
    const first = await metrics.text()
    metrics.served({ method: 'GET', route: '/healthz', status: 200, seconds: 1 })
    expect(await metrics.text()).toEqual(first)
  })

  describe('where the operator set a token for the metrics', () => {
    let closed: TestApp
    beforeAll(async () => {
      closed = await startApp({ config: { metricsToken: 'an invented token' } })
    })
    afterAll(() => closed.stop())

    for (const { note, authorization, status } of [
      { note: 'nothing', authorization: undefined, status: 401 },
      { note: 'another token', authorization: 'Bearer an invented toke', status: 401 },
      { note: 'the token in another way', authorization: 'an invented token', status: 401 },
      { note: 'the token', authorization: 'Bearer an invented token', status: 200 },
    ]) {
      it(`who brings ${note} gets ${status}`, async () => {
        const reply = await closed.anyone.get('/metrics', authorization ? { headers: { authorization } } : {})
        expect(reply.status).toBe(status)
        if (status === 401) expect(reply.text).not.toContain('strata_')
      })
    }

    it('a user of the console does not count as the operator', async () => {
      expect((await closed.as('superduper').get('/metrics')).status).toBe(401)
    })
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

  it('what a page in sight asks every few seconds fills no log, unless it is refused', async () => {
    await app.as('superduper').get('/console/session', { headers: { 'x-request-id': 'pulse-1' } })
    await app.anyone.get('/console/session', { headers: { 'x-request-id': 'pulse-2' } })
    const levels = app.log
      .filter((line) => /"pulse-\d"/.test(line) && line.includes('"msg":"request"'))
      .map((line) => JSON.parse(line))
      .map(({ request_id: id, level }) => `${id} ${level}`)
    expect(levels.filter((each) => !each.endsWith('debug'))).toEqual(['pulse-2 info'])
  })

  it('a token in a path is not logged', async () => {
    const token = app.tokenOf('superduper')
    expect((await app.as('superduper').get(`/v2/user_auth/${token}`)).status).toBe(200)
    expect((await app.anyone.get(`/v2/oops/${token}`)).status).toBe(404)
    expect(app.log.join('\n')).not.toContain(token)
    expect(app.log.join('\n')).toContain('/v2/user_auth/***')
  })
})
