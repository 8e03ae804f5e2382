import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../_app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

describe('the envelope', () => {
  it('carries data, status, request, node, time, version and the token that was used', async () => {
    const reply = await app.as('superduper').get('/v2/about')
    expect(reply.status).toBe(200)
    expect(reply.masked).toEqual({
      data: { version: '0.0.0-test', product: 'Strata', uptime: expect.any(Number) },
      status: 'success',
      request_id: '{request_id}',
      node: '{node}',
      timestamp: '{timestamp}',
      version: '{version}',
      auth_token: '{auth_token}',
    })
  })
})
