import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import type { JsonObject } from '@strata/json'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createReceiver } from './_receiver.ts'
import { serve, type TestServer } from './_servers.ts'
import { type RunOptions, runTest } from './_test-runs.ts'

const http = (url: string): JsonObject => ({ handler: 'http', settings: { url } })
const quick = { stepMs: 300 }

describe('what tests may reach', () => {
  const receiver = createReceiver()
  let server: TestServer
  beforeAll(async () => {
    server = await serve(receiver.listener)
  })
  afterAll(() => server.stop())

  const resolvesTo = (...addresses: string[]): RunOptions => ({
    allow: [],
    outside: { lookUp: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) },
  })

  for (const { note, address } of [
    { note: 'loopback', address: '127.0.0.1' },
    { note: 'loopback, all of it', address: '127.8.8.8' },
    { note: 'loopback (IPv6)', address: '::1' },
    { note: 'private, class A', address: '10.1.2.3' },
    { note: 'private, class B', address: '172.31.255.1' },
    { note: 'private, class C', address: '192.168.1.1' },
    { note: 'private (IPv6)', address: 'fd12:3456::1' },
    { note: 'link-local, where clouds answer their machines', address: '169.254.169.254' },
    { note: 'link-local (IPv6)', address: 'fe80::1' },
    { note: "a cloud's metadata (IPv6)", address: 'fd00:ec2::254' },
    { note: "Azure's host of its machines", address: '168.63.129.16' },
    { note: 'shared by carriers, and metadata of a cloud', address: '100.100.100.200' },
    { note: 'metadata of a cloud in a reserved network', address: '192.0.0.192' },
    { note: 'unspecified', address: '0.0.0.0' },
    { note: 'unspecified (IPv6)', address: '::' },
    { note: 'broadcast', address: '255.255.255.255' },
    { note: 'multicast', address: '224.0.0.1' },
    { note: 'documentation', address: '192.0.2.1' },
    { note: 'loopback as mapped IPv6', address: '::ffff:127.0.0.1' },
    { note: 'private as mapped IPv6', address: '::ffff:a01:203' },
    { note: 'loopback within NAT64', address: '64:ff9b::7f00:1' },
    { note: 'loopback within 6to4', address: '2002:7f00:1::' },
    { note: 'loopback as compatible IPv6', address: '::127.0.0.1' },
  ]) {
    it(`is not ${note}: ${address}`, async () => {
      const run = await runTest(http('http://named.invented.test/in'), resolvesTo(address))
      expect(run.ladder).toEqual(['resolve failed'])
      expect(run.error?.message).toContain('STRATA_PROBE_ALLOW')
    })
  }

  it('is not told by a refusal: it names the host that was asked for, and not what that resolves to', async () => {
    const run = await runTest(http('http://vm.invented.test/in'), resolvesTo('10.1.2.3', 'fd12:3456::1'))
    expect(run.error?.message).toContain('vm.invented.test')
    expect(run.text).not.toMatch(/10\.1\.2\.3|fd12/)
  })

  for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:7f00:1]', 'localhost']) {
    it(`is not a loopback address written as ${host}`, async () => {
      const run = await runTest(http(`http://${host}:${server.port}/in`), { allow: [] })
      expect(run.ladder).toEqual(['resolve failed'])
      expect(run.error?.message).toContain('STRATA_PROBE_ALLOW')
    })
  }

  for (const { note, allow, host } of [
    { note: 'a network', allow: '127.0.0.0/8', host: '127.0.0.1' },
    { note: 'an address', allow: '127.0.0.1', host: '127.0.0.1' },
    { note: 'a host', allow: 'named.invented.test', host: 'named.invented.test' },
    { note: 'the network of mapped IPv6', allow: '127.0.0.0/8', host: '[::ffff:7f00:1]' },
  ]) {
    it(`is what STRATA_PROBE_ALLOW names as ${note}`, async () => {
      const { outside } = resolvesTo('127.0.0.1')
      const run = await runTest(http(`http://${host}:${server.port}/in`), { allow: [allow], outside: outside ?? {} })
      expect(run.error).toBeUndefined()
    })
  }

  it('is not another host than the one that STRATA_PROBE_ALLOW names', async () => {
    const run = await runTest(http('http://other.invented.test/in'), {
      ...resolvesTo('127.0.0.1'),
      allow: ['named.invented.test'],
    })
    expect(run.ladder).toEqual(['resolve failed'])
  })

  it('is asked for by name once: a name that changes its mind leads nowhere else', async () => {
    let asked = 0
    const lookUp = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
    const run = await runTest(http(`http://rebound.invented.test:${server.port}/in`), {
      allow: ['127.0.0.1'],
      outside: { lookUp },
    })
    expect(run.error).toBeUndefined()
    expect(asked).toBe(1)
  })

  it('are the public addresses of a name that has others, too', async () => {
    const run = await runTest(http(`http://mixed.invented.test:${server.port}/in`), {
      ...resolvesTo('10.0.0.1', '127.0.0.1'),
      allow: ['127.0.0.1'],
    })
    expect(run.error).toBeUndefined()
    expect(run.ended[0]?.message).not.toContain('10.0.0.1')
  })

  it('is not where a redirect leads', async () => {
    receiver.answer = () => ({ status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } })
    const run = await runTest(http(`${server.url}/in`))
    receiver.answer = undefined
    expect(run.ladder.at(-1)).toBe('write failed')
    expect(run.error?.message).toContain('169.254.169.254')
  })

  it('is not a URL that the system refuses, by a redirect either', async () => {
    receiver.answer = ({ target }) =>
      target.startsWith('/in') ? { status: 302, headers: { location: '/elsewhere' } } : undefined
    const refuseUrl = (url: string) => (url.includes('elsewhere') ? 'The system does not allow it.' : undefined)
    const run = await runTest(http(`${server.url}/in`), { refuseUrl })
    receiver.answer = undefined
    expect(run.error?.message).toBe('The system does not allow it.')
  })

  it('is nothing but http and https, by a redirect either', async () => {
    receiver.answer = () => ({ status: 302, headers: { location: 'file:///etc/passwd' } })
    const run = await runTest(http(`${server.url}/in`))
    receiver.answer = undefined
    expect(run.error?.message).toBe('Strata speaks http and https, not file.')
  })

  it('gets no credentials that are for another server', async () => {
    const other = createReceiver()
    const second = await serve(other.listener)
    receiver.answer = ({ target }) => ({ status: 302, headers: { location: `${second.url}${target}` } })
    const run = await runTest(http(`${server.url.replace('://', '://invented-user:invented-word@')}/in`))
    receiver.answer = undefined
    await second.stop()
    expect(run.error).toBeUndefined()
    expect(other.requests.length).toBeGreaterThan(0)
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual(other.requests.map(() => undefined))
  })
})

describe('a hostile back-end', () => {
  let server: Server | undefined
  afterEach(() => new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve()))))

  /** Answers whatever it is sent with raw bytes; the second chunk comes again and again. */
  async function answering(first: string, repeated?: string): Promise<string> {
    server = createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => {
        socket.write(first)
        if (repeated === undefined) return
        const timer = setInterval(() => socket.write(repeated), 5)
        socket.on('close', () => clearInterval(timer))
      })
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`
  }

  const kilobytes = 'x'.repeat(8192)

  for (const { note, first, repeated, message } of [
    { note: 'that never answers', first: '', message: /ETIMEDOUT/ },
    {
      note: 'that never ends its head',
      first: 'HTTP/1.1 200 OK\r\n',
      repeated: `X-More: ${'x'.repeat(64)}\r\n`,
      message: /HPE_HEADER_OVERFLOW|ETIMEDOUT/,
    },
    {
      note: 'that drips its answer',
      first: 'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n',
      repeated: 'x',
      message: /ETIMEDOUT/,
    },
    {
      note: 'that never stops',
      first: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
      repeated: `2000\r\n${kilobytes}\r\n`,
      message: /more than 65536 bytes/,
    },
    {
      note: 'that is silent after promising more',
      first: 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123',
      message: /ETIMEDOUT/,
    },
    {
      note: 'that goes over to another protocol',
      first: 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
      message: /other than HTTP/,
    },
    { note: 'that speaks no HTTP', first: 'SSH-2.0-OpenSSH_9.2\r\n', message: /HPE_|answer/ },
    {
      note: 'that contradicts itself about its length',
      first: 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 9\r\n\r\n123',
      message: /HPE_/,
    },
  ]) {
    it(`${note} fails the step in time`, async () => {
      const url = await answering(first, repeated)
      const start = performance.now()
      const run = await runTest(http(url), { outside: quick })
      expect(run.ladder).toContain('write failed')
      expect(run.error).toMatchObject({ error_code: 500, message: expect.stringMatching(message) })
      expect(performance.now() - start).toBeLessThan(2000)
    })
  }

  it('that sends more than it says is read as far as it said, and fails the comparison', async () => {
    server = createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n123456789'))
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    const run = await runTest(http(`http://127.0.0.1:${(server.address() as AddressInfo).port}/in`), { outside: quick })
    expect(run.error).toBeDefined()
    expect(run.ladder).not.toContain('compare passed')
  })

  it('that hangs up in the middle of an answer fails the step', async () => {
    server = createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n123'))
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    const run = await runTest(http(`http://127.0.0.1:${(server.address() as AddressInfo).port}/in`))
    expect(run.ladder).toContain('write failed')
    expect(run.error).toMatchObject({ error_code: 500, message: expect.stringContaining('ECONNRESET') })
  })

  for (const { note, next, message } of [
    { note: 'that sends in circles', next: () => '/in', message: 'redirect_loop_detected' },
    { note: 'that sends on for ever', next: (step: number) => `/in/${step}`, message: 'too_many_redirects' },
  ]) {
    it(`${note} is given up on`, async () => {
      const receiver = createReceiver()
      receiver.answer = () => ({ status: 302, headers: { location: next(receiver.requests.length) } })
      const circling = await serve(receiver.listener)
      const run = await runTest(http(`${circling.url}/in`))
      await circling.stop()
      expect(run.error).toMatchObject({ error_code: 302, message })
      expect(receiver.requests.length).toBeLessThanOrEqual(11)
    })
  }

  it('with a body of deep JSON is shown as text', async () => {
    const receiver = createReceiver()
    receiver.answer = () => ({ status: 500, headers: { 'content-type': 'application/json' }, body: '['.repeat(30_000) })
    const deep = await serve(receiver.listener)
    const run = await runTest(http(`${deep.url}/in`))
    await deep.stop()
    expect(run.error?.error_body).toMatch(/^\[{2000}…$/)
  })
})

describe('a network that fails', () => {
  it('by not knowing the name says so', async () => {
    const lookUp = async () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    const run = await runTest(http('http://unknown.invented.test/in'), { outside: { lookUp } })
    expect(run.ladder).toEqual(['resolve failed'])
    expect(run.error).toMatchObject({
      error_code: 500,
      message: expect.stringMatching(/^ENOTFOUND: unknown\.invented\.test\./),
    })
  })

  it('by a name service that never answers fails in time', async () => {
    const run = await runTest(http('http://slow.invented.test/in'), {
      outside: { ...quick, lookUp: () => new Promise(() => {}) },
    })
    expect(run.ladder).toEqual(['resolve failed'])
    expect(run.error?.message).toMatch(/ETIMEDOUT/)
  })

  it('by refusing the connection says so', async () => {
    const gone = await serve(createReceiver().listener)
    await gone.stop()
    const run = await runTest(http(`${gone.url}/in`))
    expect(run.ladder).toEqual(['resolve passed', 'connect failed'])
    expect(run.error?.message).toMatch(/^ECONNREFUSED/)
  })
})
