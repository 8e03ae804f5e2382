import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, startApp, type TestApp } from '../_app.ts'
import { type RawClient, rawClient } from './_raw-client.ts'

const acme = `/v2/accounts/${ACCOUNTS.acme.id}`
/** What the kernel and one read hand over beyond a limit before the server can stop. */
const slack = 500_000
const patiently = { timeout: 30_000 }

let app: TestApp
/** The server's side of every connection. */
const ends: Socket[] = []
let clients: RawClient[] = []
beforeAll(async () => {
  app = await startApp()
  app.server.on('connection', (socket) => ends.push(socket))
})
afterEach(() => {
  for (const { socket } of clients) socket.destroy()
  clients = []
  ends.length = 0
})
afterAll(() => app.stop())

async function connect(): Promise<RawClient> {
  const client = await rawClient(app.url)
  clients.push(client)
  return client
}

describe('what is answered while the body is still to come', () => {
  for (const { note, method, path, headers, status } of [
    { note: 'a path that is not served', method: 'POST', path: '/v2/nowhere', status: 404 },
    { note: "a path below one's own account that is not served", method: 'POST', path: '/v2/account/x', status: 404 },
    { note: 'a version that is gone', method: 'POST', path: '/v1/accounts', status: 410 },
    { note: 'a name that cannot be decoded', method: 'PUT', path: '/v2/storage/plans/%zz', status: 400 },
    { note: 'a method that a path of the console does not take', method: 'PUT', path: '/console/session', status: 405 },
    { note: 'a body of more than 64 KiB without a token', method: 'POST', path: acme, status: 413 },
    {
      note: 'the same with a token that does not hold',
      method: 'POST',
      path: acme,
      headers: { 'x-auth-token': 'a.b.c' },
      status: 401,
    },
    { note: 'a large sign-in', method: 'PUT', path: '/v2/user_auth', status: 413 },
  ]) {
    it(`${note}: ${status}`, async () => {
      const client = await connect()
      client.head(method, path, { ...headers, 'content-type': 'application/json', 'content-length': 7_900_000 })
      expect((await client.answer()).status).toBe(status)
    })
  }

  it('who signed in may bring 250,000 bytes, a superduper admin 8,000,000', async () => {
    for (const [caller, limit] of [
      ['account-admin', 250_000],
      ['superduper', 8_000_000],
    ] as const) {
      const client = await connect()
      client.head('POST', acme, { 'x-auth-token': app.tokenOf(caller), 'content-length': limit + 1 })
      const { status, body } = await client.answer()
      expect(status).toBe(413)
      expect(body.data).toMatchObject({ file: { maxSize: { target: limit } } })
    }
  })

  it('without a token the answer says how to send more', async () => {
    const client = await connect()
    client.head('POST', acme, { 'content-length': 70_000 })
    expect((await client.answer()).body).toMatchObject({
      message: 'validation error',
      data: { file: { maxSize: { message: expect.stringContaining('X-Auth-Token'), target: 65_536 } } },
    })
  })

  it('a body without a length is read to its limit and no further', async () => {
    const client = await connect()
    client.head('POST', acme, { 'transfer-encoding': 'chunked' })
    const chunk = 'x'.repeat(16_384)
    for (let sent = 0; sent < 5; sent += 1) client.send(`4000\r\n${chunk}\r\n`)
    expect((await client.answer()).status).toBe(413)
  })

  it('a compressed body counts by what it becomes', async () => {
    const bomb = gzipSync(JSON.stringify({ data: { x: 'x'.repeat(5_000_000) } }))
    const headers = { 'content-encoding': 'gzip', 'content-type': 'application/json' }
    const reply = await app.anyone.send('POST', acme, bomb, { headers })
    expect([bomb.length < 65_536, reply.status]).toEqual([true, 413])
    const small = gzipSync(JSON.stringify({ data: {} }))
    expect((await app.as('account-admin').send('PATCH', acme, small, { headers })).status).toBe(200)
  })

  it('99,000 long keys without a token are not taken apart', async () => {
    const keys = Array.from({ length: 99_000 }, (_, n) => `"${'k'.repeat(60)}${n}":1`)
    const headers = { 'content-type': 'application/json' }
    expect((await app.anyone.send('POST', '/v2/x', `{"data":{${keys}}}`, { headers })).status).toBe(404)
    expect((await app.anyone.send('POST', acme, `{"data":{${keys}}}`, { headers })).status).toBe(413)
  })

  it('who signed in may bring 10,000 values and 2,000 different keys, a superduper admin ten and five times as many', async () => {
    const headers = { 'content-type': 'application/json' }
    const values = (count: number) => `{"data":{"note":[${Array.from({ length: count }, () => 1)}]}}`
    const names = (count: number) => `{"data":{${Array.from({ length: count }, (_, n) => `"k${n}":1`)}}}`
    for (const [caller, mostValues, mostNames] of [
      ['account-admin', 10_000, 2000],
      ['superduper', 100_000, 10_000],
    ] as const) {
      for (const [body, status] of [
        [values(mostValues - 3), 200],
        [values(mostValues), 400],
        [names(mostNames - 1), 200],
        [names(mostNames), 400],
      ] as const) {
        expect((await app.as(caller).send('PATCH', acme, body, { headers })).status).toBe(status)
      }
    }
  })

  it('a token in a small body is found, and one in the address lets a large body in', async () => {
    const headers = { 'content-type': 'application/json' }
    const token = app.tokenOf('account-admin')
    const inBody = JSON.stringify({ data: {}, auth_token: token })
    expect((await app.anyone.send('PATCH', acme, inBody, { headers })).status).toBe(200)
    const large = JSON.stringify({ data: { note: 'x'.repeat(100_000) } })
    expect((await app.anyone.send('PATCH', `${acme}?auth_token=${token}`, large, { headers })).status).toBe(200)
  })
})

describe('a client that is answered while it sends', () => {
  it('may finish: nothing is reset, and the answer says that the connection ends', async () => {
    const client = await connect()
    client.head('POST', '/v2/nowhere', { 'content-length': 3_900_000 })
    const { status, head } = await client.answer()
    expect(status).toBe(404)
    expect(head).toMatch(/^connection: close$/im)
    client.send(Buffer.alloc(3_900_000))
    await client.ended
    expect(ends[0]?.bytesRead).toBeGreaterThan(3_900_000)
    expect(client.errors).toEqual([])
  })

  it('reads its answer also when it looks for it only after it has sent everything', async () => {
    const client = await connect()
    client.head('POST', '/v2/nowhere', { 'content-length': 3_900_000 })
    client.socket.pause()
    await new Promise((resolve) => client.socket.write(Buffer.alloc(3_900_000), resolve))
    client.socket.resume()
    expect((await client.answer()).status).toBe(404)
    expect(client.errors).toEqual([])
  })

  it('may leave in the middle: nobody else notices', async () => {
    const headers = { 'content-type': 'application/json', 'x-auth-token': app.tokenOf('superduper') }
    for (const encoding of ['identity', 'gzip']) {
      const client = await connect()
      client.head('PUT', '/v2/storage', { ...headers, 'content-encoding': encoding, 'content-length': 1_000_000 })
      client.send(gzipSync('x'.repeat(100_000)))
      await expect.poll(() => ends.at(-1)?.bytesRead, patiently).toBeGreaterThan(100)
      client.socket.destroy()
      await client.ended
    }
    expect((await app.anyone.get('/healthz')).status).toBe(200)
  })

  it('is cut off when it does not stop: of 60 with 7.9 MB each no more is read than that takes', async () => {
    const all = await Promise.all(Array.from({ length: 60 }, connect))
    await Promise.all(
      all.map(async (client) => {
        client.head('POST', '/v2/nowhere', { 'content-length': 7_900_000 })
        expect((await client.answer()).status).toBe(404)
        client.send(Buffer.alloc(7_900_000))
        await client.ended
      }),
    )
    expect(ends).toHaveLength(60)
    expect(Math.max(...ends.map(({ bytesRead }) => bytesRead))).toBeLessThan(4_000_000 + slack)
  })
})

describe('bodies on their way at once', () => {
  it('without a token take 16 MB in all: the first ones give way to new ones', async () => {
    const room = Math.floor(16_000_000 / 65_536)
    const slow = await Promise.all(Array.from({ length: room }, connect))
    for (const client of slow)
      client.head('POST', acme, { 'content-type': 'application/json', 'content-length': 65_536 })
    await expect.poll(() => ends.filter(({ bytesRead }) => bytesRead > 0).length, patiently).toBe(room)
    expect(slow.filter(({ socket }) => socket.closed)).toEqual([])
    const reply = await app.anyone.put('/v2/user_auth', { credentials: 'x'.repeat(10_000), account_name: 'Master' })
    expect(reply.status).toBe(400)
    await expect.poll(() => slow.filter(({ socket }) => socket.closed).length, patiently).toBe(1)
  })
})
