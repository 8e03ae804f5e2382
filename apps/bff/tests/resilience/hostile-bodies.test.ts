import type { JsonObject, JsonValue } from '@strata/json'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proofTimeout, roundsOf } from '../../../../scripts/rounds.ts'
import { type Client, type Reply, startApp, type TestApp } from '../_app.ts'
import { acme, acmeStorage, s3, s3Document, s3Id } from '../storage/_documents.ts'

const json = { headers: { 'content-type': 'application/json' } }

function nested(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
}

describe('hostile requests to storage', () => {
  let app: TestApp
  let client: Client
  beforeAll(async () => {
    app = await startApp({ savesUntested: true })
    client = app.as('superduper')
  })
  afterAll(() => app.stop())

  const storedIds = () => app.store.database('system_data').ids()

  function expectRefusal(reply: Reply, statuses: readonly number[]): void {
    expect(statuses).toContain(reply.status)
    expect(reply.body).toMatchObject({ status: 'error', error: String(reply.status), request_id: expect.any(String) })
    expect(reply.text.length).toBeLessThan(20_000)
  }

  for (const { note, body, status } of [
    { note: 'text that is no JSON', body: 'nonsense', status: 400 },
    { note: 'JSON that ends early', body: '{"data":{"attachments":{', status: 400 },
    { note: 'a list at the top', body: '[]', status: 400 },
    { note: 'a number at the top', body: '5', status: 400 },
    { note: 'null at the top', body: 'null', status: 400 },
    { note: 'no data', body: '{}', status: 400 },
    { note: 'data that is null', body: '{"data":null}', status: 400 },
    { note: 'data that is a text', body: '{"data":"x"}', status: 400 },
    { note: 'data that is a list', body: '{"data":[{"attachments":{}}]}', status: 400 },
    { note: '70 levels', body: `{"data":${nested(70)}}`, status: 400 },
    { note: '100,000 levels', body: `{"data":${nested(100_000)}}`, status: 400 },
    { note: '100,000 brackets', body: `{"data":${'['.repeat(100_000)}`, status: 400 },
    {
      note: 'a million values',
      body: `{"data":{"plan":{"modb":{"database":{"names":[${'1,'.repeat(1_000_000)}1]}}}}}`,
      status: 400,
    },
    { note: 'a byte too many', body: `{"data":{"x":"${'x'.repeat(8_000_000)}"}}`, status: 413 },
    { note: '__proto__ at the top', body: '{"data":{"__proto__":{"polluted":true}}}', status: 400 },
    { note: '__proto__ inside', body: `{"data":{"attachments":{"__proto__":{"handler":"s3"}}}}`, status: 400 },
    { note: '__proto__ in escapes', body: '{"data":{"\\u005f_proto__":{"polluted":true}}}', status: 400 },
    { note: '__proto__ beside data', body: '{"__proto__":{"redact":false},"data":{}}', status: 400 },
    {
      note: "a constructor's prototype",
      body: '{"data":{"constructor":{"prototype":{"polluted":true}}}}',
      status: 400,
    },
    { note: 'half of a character', body: new Uint8Array([0x7b, 0xff, 0xfe]), status: 400 },
    { note: 'a NUL', body: '{"data":{"a":\u0000}}', status: 400 },
    { note: 'a number that is none', body: '{"data":{"a":NaN}}', status: 400 },
  ] satisfies { note: string; body: string | Uint8Array; status: number }[]) {
    it(`${note} is ${status}, and nothing is stored`, async () => {
      for (const [method, path] of [
        ['PUT', acmeStorage],
        ['PUT', '/v2/storage/plans'],
        ['PUT', '/v2/storage'],
      ] as const) {
        expectRefusal(await client.send(method, path, body, json), [status])
      }
      expect(await storedIds()).toEqual([])
      expect({}).not.toHaveProperty('polluted')
    })
  }

  it('64 levels are stored and read back', async () => {
    const body = `{"data":${nested(62)}}`
    expect((await client.send('PUT', acmeStorage, body, json)).status).toBe(201)
    expect((await client.get(acmeStorage)).body.data).toMatchObject({ a: { a: { a: {} } } })
    await client.delete(acmeStorage)
  })

  it('a body of 6 MB with 9,000 keys is refused, and the answer is far smaller than it', async () => {
    const wide = Object.fromEntries(Array.from({ length: 9000 }, (_, n) => [`k${n}`, 'x'.repeat(650)]))
    for (const body of [wide, { ...s3Document, attachments: wide }]) {
      const refused = await client.put(acmeStorage, body)
      expect(refused.status).toBe(400)
      expect(refused.text.length).toBeLessThan(300_000)
    }
  })

  it('90,000 values that are all wrong are refused, with no more errors than a person can read', async () => {
    const names = Array.from({ length: 90_000 }, (_, n) => n)
    const refused = await client.put(acmeStorage, { plan: { modb: { database: { names } } } })
    expect(refused.status).toBe(400)
    expect(refused.text.length).toBeLessThan(300_000)
  })

  it('keys that are properties of every object are only keys', async () => {
    const document = { toString: 1, hasOwnProperty: 'x', valueOf: { handler: 's3' }, constructor: 'c' }
    const reply = await client.put(acmeStorage, document)
    expect(reply.body.data).toEqual({ ...document, id: acme })
    const named = await client.patch(acmeStorage, { plan: { modb: { attachments: { handler: 'constructor' } } } })
    expect(named.status).toBe(400)
    await client.delete(acmeStorage)
  })

  describe('odd ids', () => {
    const odd = ['%2F', '_design%2Fstorage', '_all_docs', '%00', '%20', '%F0%9F%92%BE', 'x'.repeat(4000)]

    for (const id of odd) {
      it(`${id.slice(0, 20)} is no plan, no user and no account`, async () => {
        for (const path of [
          `/v2/storage/plans/${id}`,
          `/v2/accounts/${acme}/storage/plans/${id}`,
          `/v2/accounts/${acme}/users/${id}/storage`,
          `/v2/accounts/${id}/storage`,
        ]) {
          for (const method of ['GET', 'PUT', 'POST', 'PATCH', 'DELETE']) {
            expectRefusal(
              await client.send(method, path, method === 'GET' ? undefined : '{"data":{}}', json),
              [400, 404, 405],
            )
          }
        }
        expect(await storedIds()).toEqual([])
      })
    }

    it('a broken escape is 400', async () => {
      expectRefusal(await client.get('/v2/storage/plans/%E0%A4%A'), [400])
    })
  })

  it(
    'whatever JSON is sent, the answer is a document or a reason, never a fault',
    async () => {
      const key = fc.oneof(
        fc.constantFrom(
          'attachments',
          'connections',
          'plan',
          'modb',
          'types',
          'handler',
          'settings',
          s3Id,
          'id',
          '_sig',
          '',
        ),
        fc.string(),
      )
      const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
        value: fc.oneof(
          { maxDepth: 6 },
          fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
          fc.array(tie('value'), { maxLength: 3 }),
          fc
            .array(fc.tuple(key, tie('value')), { maxLength: 4 })
            .map((entries): JsonObject => Object.fromEntries(entries.filter(([name]) => name !== '__proto__'))),
        ),
      }))
      const data = fc.record(
        { attachments: value, connections: value, plan: value, other: value },
        { requiredKeys: [] },
      )
      await client.put(acmeStorage, { attachments: { [s3Id]: s3() } })
      await fc.assert(
        fc.asyncProperty(data, fc.constantFrom('post', 'patch'), async (sent, method) => {
          const reply = await client[method](acmeStorage, sent)
          expect([200, 400]).toContain(reply.status)
          if (reply.status === 200) expect((await client.get(acmeStorage)).body.data).toEqual(reply.body.data)
        }),
        { numRuns: roundsOf('apps/bff/tests/resilience/hostile-bodies.test.ts') },
      )
      await client.delete(acmeStorage)
    },
    proofTimeout,
  )

  it('nothing of all that was a fault of the server', () => {
    const errors = app.log.filter((line) => ['error', 'fatal'].includes(JSON.parse(line).level))
    expect(errors).toEqual([])
  })
})
