import { afterEach, describe, expect, it } from 'vitest'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { ACCOUNTS, startApp, type TestApp } from '../_app.ts'
import { startCouchServer } from '../_couch-server.ts'

let stop: () => Promise<void> = async () => {}
afterEach(() => stop())

describe('a store that fails', () => {
  it('that is down answers 503 in the envelope, and serves again by itself once it is back', async () => {
    const { app, server } = await startOnCouch()
    const client = app.as('superduper')
    expect((await client.get('/readyz')).body.data).toEqual({ store: 'ready', accounts: 'ready', schemas: 'ready' })
    await server.stop()

    const reply = await client.get(`/v2/accounts/${ACCOUNTS.acme.id}`)
    expect(reply.status).toBe(503)
    expect(reply.masked).toEqual({
      data: {
        message: 'datastore timeout',
        cause: 'The data store does not answer. Try again in a moment; the server’s log says more.',
      },
      error: '503',
      message: 'datastore_unreachable',
      status: 'error',
      request_id: '{request_id}',
      node: '{node}',
      timestamp: '{timestamp}',
    })
    const ready = await client.get('/readyz')
    expect(ready.status).toBe(503)
    expect(ready.body.data).toEqual({ store: 'not ready', accounts: 'not ready', schemas: 'not ready' })
    expect((await client.get('/healthz')).status).toBe(200)

    await server.start()
    expect((await client.get(`/v2/accounts/${ACCOUNTS.acme.id}`)).status).toBe(200)
    expect((await client.get('/readyz')).status).toBe(200)
  })

  it('that answers with a fault is 500 datastore_fault; the log has the cause, the answer and the log no password', async () => {
    const { app, server } = await startOnCouch()
    server.fail = (line) => (line.includes('accounts') ? 500 : undefined)
    const reply = await app
      .as('superduper')
      .get(`/v2/accounts/${ACCOUNTS.acme.id}`, { headers: { 'x-request-id': 'fault-1' } })
    server.fail = undefined
    expect(reply.status).toBe(500)
    expect(reply.body).toMatchObject({ data: { message: 'unknown failure' }, message: 'datastore_fault' })
    const lines = app.log.filter((line) => line.includes('fault-1'))
    expect(lines.some((line) => line.includes('"level":"error"'))).toBe(true)
    expect(app.log.join('\n')).not.toContain(decodeURIComponent(new URL(server.url).password))
    const metrics = await app.anyone.get('/metrics')
    expect(metrics.text).toMatch(/strata_store_errors_total\{kind="upstream"\} [1-9]/)
  })
})

describe('a failure nobody foresaw', () => {
  it('is 500 without a word of it, with a request id that finds its cause in the log', async () => {
    const app = await startApp()
    stop = app.stop
    app.context.accounts.children = () => {
      throw new TypeError('the inner works')
    }
    const reply = await app.as('superduper').get(`/v2/accounts/${ACCOUNTS.acme.id}/children`)
    expect(reply.status).toBe(500)
    expect(reply.masked).toEqual({
      data: { message: 'unknown failure' },
      error: '500',
      message: 'unspecified_fault',
      status: 'error',
      request_id: '{request_id}',
      node: '{node}',
      timestamp: '{timestamp}',
      version: '{version}',
      auth_token: '{auth_token}',
    })
    const line = app.log.find((logged) => logged.includes('the inner works'))
    expect(JSON.parse(line ?? '{}')).toMatchObject({ level: 'error', request_id: reply.body.request_id })
  })
})

async function startOnCouch(): Promise<{ app: TestApp; server: Awaited<ReturnType<typeof startCouchServer>> }> {
  const server = await startCouchServer()
  const store = createCouchDbStore(server.url)
  const app = await startApp({
    start: async () => ({
      store,
      async stop() {
        await store.close()
        await server.stop()
      },
    }),
  })
  stop = app.stop
  return { app, server }
}
