import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createReceiver, type Received, type Receiver } from './_receiver.ts'
import { serve, type TestServer } from './_servers.ts'
import { accountId, runTest } from './_test-runs.ts'

const whole = ['resolve passed', 'connect passed', 'tls skipped', 'authenticate skipped', 'write passed', 'read passed']

describe('a back-end of HTTP', () => {
  let receiver: Receiver
  let server: TestServer
  beforeAll(async () => {
    receiver = createReceiver()
    server = await serve((request, response) => receiver.listener(request, response))
  })
  beforeEach(() => {
    receiver = createReceiver()
  })
  afterAll(() => server.stop())

  const entry = (settings: JsonObject = {}): JsonObject => ({
    handler: 'http',
    settings: { url: `${server.url}/in`, ...settings },
  })
  const told = ({ method, target }: Received) => `${method} ${target}`
  const only = () => receiver.requests[0] ?? expect.fail('nothing was sent')

  it('that works is written to, read from the same URL, and left as it was', async () => {
    expect(await runTest(entry())).toMatchObject({
      error: undefined,
      ladder: [...whole, 'compare passed', 'delete passed'],
    })
    const target = only().target
    expect(target).toMatch(new RegExp(`^/in/${accountId}/[0-9a-f]{32}/[0-9a-f]{32}_test_credentials_file\\.txt$`))
    expect(receiver.requests.map(told)).toEqual([`PUT ${target}`, `GET ${target}`, `DELETE ${target}`])
    expect(receiver.files.size).toBe(0)
  })

  it('takes POST where its verb says so', async () => {
    expect((await runTest(entry({ verb: 'post' }))).error).toBeUndefined()
    expect(only().method).toBe('POST')
  })

  it('is sent the path behind a query, built from its field list', async () => {
    const fieldList = [{ const: 'f-' }, { arg: 'attachment' }]
    await runTest(entry({ url: `${server.url}/take?file=`, field_list: fieldList, field_separator: '' }))
    expect(only().target).toMatch(/^\/take\?file=f-[0-9a-f]{32}_test_credentials_file\.txt$/)
  })

  it('gets user and password of its URL as basic authorization, and nobody else is told', async () => {
    const run = await runTest(entry({ url: `${server.url.replace('://', '://invented-user:invented%2Fword@')}/in` }))
    expect(run.error).toBeUndefined()
    const expected = `Basic ${Buffer.from('invented-user:invented/word').toString('base64')}`
    expect(receiver.requests.map(({ headers }) => headers.authorization)).toEqual([expected, expected, expected])
    expect(run.text).not.toMatch(/invented(%2F|\/)word/)
  })

  it('that repeats the password it was sent does not make it known', async () => {
    receiver.answer = ({ headers }) => ({ status: 401, body: `no entry for ${headers.authorization} invented%2Fword` })
    const run = await runTest(entry({ url: `${server.url.replace('://', '://invented-user:invented%2Fword@')}/in` }))
    expect(run.error).toEqual({
      error_code: 401,
      error_body: 'no entry for Basic ••• •••',
      message: '401 Unauthorized',
    })
    expect(run.text).not.toContain('invented%2Fword')
  })

  it.each([
    { note: 'the file as it is', base64: false },
    { note: 'the file in base64', base64: true },
  ])('with send_multipart gets a form: the document as JSON, and $note', async ({ base64 }) => {
    const run = await runTest(entry({ send_multipart: true, base64_encode_data: base64 }))
    expect(run.error).toBeUndefined()
    const { headers, body } = only()
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    const [document = '', file = ''] = body.toString().split('\r\n\r\n').slice(1)
    expect(JSON.parse(document.split('\r\n')[0] ?? '')).toMatchObject({ att_uuid: expect.any(String) })
    const text = file.split('\r\n')[0] ?? ''
    expect(base64 ? Buffer.from(text, 'base64').toString() : text).toMatch(/^Written by Strata/)
  })

  it('base64_encode_data does nothing by itself', async () => {
    expect((await runTest(entry({ base64_encode_data: true }))).error).toBeUndefined()
    expect(only().body.toString()).toMatch(/^Written by Strata/)
  })

  it.each([301, 302])('that sends on with %i is followed, and read where the file went', async (status) => {
    receiver.answer = ({ method, target }) =>
      method === 'PUT' && target.startsWith('/in/')
        ? { status, headers: { location: target.replace('/in/', '/other/') } }
        : undefined
    const run = await runTest(entry())
    expect(run.error).toBeUndefined()
    expect(receiver.requests.slice(1).map(told)).toEqual([
      expect.stringMatching(/^PUT \/other\//),
      expect.stringMatching(/^GET \/other\//),
      expect.stringMatching(/^DELETE \/other\//),
    ])
  })

  it('is not asked to remove what has no address of its own', async () => {
    const run = await runTest(entry({ field_list: [] }))
    expect(run.error).toBeUndefined()
    expect(run.ladder.at(-1)).toBe('delete skipped')
    expect(receiver.requests.map(({ method }) => method)).toEqual(['PUT', 'GET'])
  })

  it('that cannot remove works all the same, and says what stays', async () => {
    receiver.answer = ({ method }) => (method === 'DELETE' ? { status: 405 } : undefined)
    const run = await runTest(entry())
    expect(run.error).toBeUndefined()
    expect(run.ended.at(-1)).toMatchObject({
      step: 'delete',
      state: 'skipped',
      message: expect.stringMatching(/^405 .*stays/),
    })
  })

  describe('that fails', () => {
    for (const { status, line, mayBeThere } of [
      { status: 401, line: '401 Unauthorized', mayBeThere: false },
      { status: 403, line: '403 Forbidden', mayBeThere: false },
      { status: 404, line: '404 Not Found', mayBeThere: false },
      { status: 500, line: '500 Internal Server Error', mayBeThere: true },
      { status: 503, line: '503 Service Unavailable', mayBeThere: true },
    ]) {
      it(`with ${status} when written to says so with its body`, async () => {
        receiver.answer = () => ({
          status,
          headers: { 'content-type': 'application/json' },
          body: '{"why":"invented"}',
        })
        const run = await runTest(entry())
        expect(run.ladder.slice(4)).toEqual(['write failed', ...(mayBeThere ? ['delete skipped'] : [])])
        expect(run.error).toEqual({ error_code: status, error_body: { why: 'invented' }, message: line })
      })
    }

    it('when read still has its file removed', async () => {
      receiver.answer = ({ method }) => (method === 'GET' ? { status: 500, body: 'broken' } : undefined)
      const run = await runTest(entry())
      expect(run.ladder.slice(-2)).toEqual(['read failed', 'delete passed'])
      expect(run.error).toEqual({ error_code: 500, error_body: 'broken', message: '500 Internal Server Error' })
      expect(receiver.files.size).toBe(0)
    })

    it('by giving back something else fails the comparison', async () => {
      receiver.answer = ({ method }) => (method === 'GET' ? { status: 200, body: 'something else' } : undefined)
      const run = await runTest(entry())
      expect(run.ladder.slice(-2)).toEqual(['compare failed', 'delete passed'])
      expect(run.error).toEqual({ error_code: 500, error_body: null, message: 'invalid_data' })
    })
  })
})
