import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expiredPair, goodPair, inventedAuthority } from './_certificates.ts'
import { createReceiver } from './_receiver.ts'
import { serve, serveTls, type TestServer } from './_servers.ts'
import { type RunOptions, runTest } from './_test-runs.ts'

const outside = {
  authorities: inventedAuthority,
  lookUp: async () => [{ address: '127.0.0.1', family: 4 }],
}

function run(port: number, { host = 'tls.invented.test', ...options }: RunOptions & { host?: string } = {}) {
  return runTest({ handler: 'http', settings: { url: `https://${host}:${port}/in` } }, { outside, ...options })
}

describe('a back-end of https', () => {
  let good: TestServer
  let expired: TestServer
  let plain: TestServer
  beforeAll(async () => {
    good = await serveTls(createReceiver().listener, goodPair)
    expired = await serveTls(createReceiver().listener, expiredPair)
    plain = await serve(createReceiver().listener)
  })
  afterAll(async () => {
    await good.stop()
    await expired.stop()
    await plain.stop()
  })

  it('whose certificate is trusted passes, with the name in it and the days that it is left', async () => {
    const clock = () => new Date('2126-10-01T12:00:00Z')
    const { error, ended } = await run(good.port, { tools: { clock } })
    expect(error).toBeUndefined()
    expect(ended.find(({ step }) => step === 'tls')).toMatchObject({
      state: 'passed',
      message: 'tls.invented.test, 29 days left.',
    })
  })

  for (const { note, port, options, message } of [
    {
      note: 'whose certificate has expired',
      port: () => expired.port,
      options: {},
      message: /^CERT_HAS_EXPIRED: .* has expired\.$/,
    },
    {
      note: 'whose certificate nobody vouches for',
      port: () => good.port,
      options: { outside: { ...outside, authorities: undefined } },
      message:
        /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY): .* signed by nobody that is trusted\.$/,
    },
    {
      note: 'whose certificate is of another name',
      port: () => good.port,
      options: { host: 'other.invented.test' },
      message: /^ERR_TLS_CERT_ALTNAME_INVALID: .* is for another name\.$/,
    },
    {
      note: 'that speaks http',
      port: () => plain.port,
      options: {},
      message: /^(EPROTO|ERR_SSL_WRONG_VERSION_NUMBER): .* does not speak TLS/,
    },
  ] satisfies { note: string; port: () => number; options: RunOptions & { host?: string }; message: RegExp }[]) {
    it(`${note} fails there`, async () => {
      const { error, ladder } = await run(port(), options)
      expect(ladder).toEqual(['resolve passed', 'connect passed', 'tls failed'])
      expect(error).toMatchObject({ error_code: 500, message: expect.stringMatching(message) })
    })
  }

  it('that never finishes the handshake fails in time', async () => {
    const silent = createTcpServer((socket) => socket.on('error', () => {}).resume())
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { error, ladder } = await run((silent.address() as AddressInfo).port, {
      outside: { ...outside, stepMs: 300 },
    })
    await new Promise((resolve) => silent.close(resolve))
    expect(ladder.at(-1)).toBe('tls failed')
    expect(error?.message).toMatch(/^ETIMEDOUT/)
  })
})
