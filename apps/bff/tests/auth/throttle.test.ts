import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ACCOUNTS, type Caller, passwordOf, type Reply, startApp, type TestApp } from '../_app.ts'

let app: TestApp
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  app = await startApp({ config: { trustedProxies: ['loopback'] } })
})
afterEach(async () => {
  await app.stop()
  vi.useRealTimers()
})

const from = (address: string) => app.withHeaders({ 'x-forwarded-for': address })
const digest = (caller: string, password: string) => createHash('md5').update(`${caller}:${password}`).digest('hex')

interface SignIn {
  readonly caller?: Caller
  readonly password?: string
  readonly account?: string
}

function signIn(
  address: string,
  { caller = 'account-user', password = passwordOf(caller), account = 'Acme Corp' }: SignIn = {},
) {
  return from(address).put('/v2/user_auth', { credentials: digest(caller, password), account_name: account })
}

const guess = (address: string, account = 'Acme Corp') => signIn(address, { password: 'wrong', account })

/** Many addresses, each another. */
const addresses = (count: number) => Array.from({ length: count }, (_, index) => `198.51.${index >> 8}.${index & 255}`)

function countByStatus(replies: readonly Reply[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/** As many at a time as a fetch pool bears. */
async function inBatches<T>(items: readonly T[], send: (item: T) => Promise<Reply>): Promise<Reply[]> {
  const replies: Reply[] = []
  for (let at = 0; at < items.length; at += 50) {
    replies.push(...(await Promise.all(items.slice(at, at + 50).map(send))))
  }
  return replies
}

describe('an address', () => {
  it('that failed 20 times waits; another does not; time mends it', async () => {
    for (let count = 0; count < 20; count += 1) expect((await guess('192.0.2.1')).status).toBe(401)
    const blocked = await signIn('192.0.2.1')
    expect(blocked.status).toBe(429)
    expect(blocked.body).toMatchObject({
      message: 'too_many_requests',
      data: { message: 'too many requests', cause: expect.stringMatching(/wait a minute/) },
    })
    expect((await signIn('192.0.2.2')).status).toBe(201)
    app.wait(4)
    expect((await signIn('192.0.2.1')).status).toBe(201)
  })

  it('that guesses 150 times at once makes 20 guesses', async () => {
    const replies = await Promise.all(Array.from({ length: 150 }, () => guess('192.0.2.1')))
    expect(countByStatus(replies)).toEqual({ 401: 20, 429: 130 })
  })

  it('may sign in as often as it likes with what is right, also at once', async () => {
    const replies = await Promise.all(Array.from({ length: 60 }, () => signIn('192.0.2.1')))
    expect(countByStatus(replies)).toEqual({ 201: 60 })
    expect((await guess('192.0.2.1')).status).toBe(401)
  })

  it('of IPv6 counts by its network, however it is written', async () => {
    const attempt = (address: string) => from(address).put('/v2/api_auth', { api_key: 'f'.repeat(64) })
    for (let host = 1; host <= 10; host += 1) {
      expect((await attempt(`2001:db8::${host.toString(16)}`)).status).toBe(404)
      expect((await attempt(`2001:db8:0:0:1:2:3:${host.toString(16)}`)).status).toBe(404)
    }
    expect((await attempt('2001:db8::99')).status).toBe(429)
    expect((await attempt('2001:db8:0:1::99')).status).toBe(404)
  })

  it('counts as one whether a proxy writes it as IPv4 or within IPv6', async () => {
    for (let count = 0; count < 20; count += 1) await guess(count % 2 === 0 ? '192.0.2.1' : '::ffff:192.0.2.1')
    expect((await signIn('192.0.2.1')).status).toBe(429)
  })

  it('is throttled alike whatever it guesses: passwords, keys or tokens', async () => {
    for (let count = 0; count < 5; count += 1) {
      await guess('192.0.2.1')
      await from('192.0.2.1').put('/v2/api_auth', { api_key: 'f'.repeat(64) })
      await from('192.0.2.1').post('/console/session', { token: 'x.y.z' })
      await from('192.0.2.1').post('/console/session', { username: 'a', password: 'b', account_name: 'c' })
    }
    expect((await signIn('192.0.2.1')).status).toBe(429)
    expect((await from('192.0.2.1').post('/console/session', { token: app.tokenOf('superduper') })).status).toBe(429)
  })
})

describe('many addresses', () => {
  it('guess at one account 300 times together; who signed in from a place before, goes on there', async () => {
    expect((await signIn('203.0.113.1')).status).toBe(201)
    const replies = await inBatches(addresses(350), (address) => guess(address))
    expect(countByStatus(replies)).toEqual({ 401: 300, 429: 50 })

    const stranger = await signIn('203.0.113.2')
    expect(stranger.status).toBe(429)
    expect(stranger.body.data).toMatchObject({ cause: expect.stringMatching(/at this account/) })
    expect((await signIn('203.0.113.1')).status).toBe(201)
    expect((await signIn('203.0.113.1', { caller: 'account-admin' })).status).toBe(201)
    const other = { caller: 'superduper', account: 'Master' } satisfies SignIn
    expect((await signIn('203.0.113.2', other)).status).toBe(201)

    app.wait(7)
    expect((await signIn('203.0.113.2')).status).toBe(201)
  })

  it('are told nothing by it: an account that is not there is guessed at as often', async () => {
    const replies = await inBatches(addresses(310), (address) => guess(address, 'No such account'))
    expect(countByStatus(replies)).toEqual({ 401: 300, 429: 10 })
  })

  it('at once keep nobody out who comes with the right password from elsewhere', async () => {
    const guesses = addresses(200).map((address) => guess(address))
    const right = await signIn('203.0.113.1')
    expect(right.status).toBe(201)
    expect(countByStatus(await Promise.all(guesses))).toEqual({ 401: 200 })
  })

  it("cannot keep out an account's people through another account of the same name", async () => {
    const renamed = await app.as('stranger-admin').patch(`/v2/accounts/${ACCOUNTS.stranger.id}`, { realm: 'master' })
    expect(renamed.status).toBe(200)
    const atRealm = (address: string) =>
      from(address).put('/v2/user_auth', { credentials: digest('x', 'wrong'), account_realm: 'master' })
    expect(countByStatus(await inBatches(addresses(301), atRealm))).toEqual({ 401: 300, 429: 1 })
    const superduper: Caller = 'superduper'
    const reply = await from('203.0.113.1').post('/console/session', {
      username: superduper,
      password: passwordOf(superduper),
      account_name: 'master',
    })
    expect(reply.status).toBe(200)
  })
})
