import type { JsonValue } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type Client, STORES, startApp, type TestApp, USERS } from '../_app.ts'

describe.each(STORES)('the topology on $kind', ({ start }) => {
  let app: TestApp
  let admin: Client
  beforeAll(async () => {
    app = await startApp({ start })
    admin = app.as('superduper')
  })
  afterAll(() => app.stop())

  const assign = (base: string | null, nodes: JsonValue) =>
    admin.post('/console/topology', { base_revision: base, nodes })
  const read = async () =>
    (await admin.get('/console/topology')).body.data as { revision: string | null; nodes: JsonValue[] }

  it('is empty, then what the operator assigned, each time on the revision that was read', async () => {
    expect(await read()).toEqual({ revision: null, nodes: [] })
    const first = await assign(null, { 'app@n2': 'z1', 'app@n1': null })
    expect(first.status).toBe(200)
    const assigned = {
      revision: expect.stringMatching(/^1-/),
      nodes: [
        { name: 'app@n1', zone: null, source: 'assigned' },
        { name: 'app@n2', zone: 'z1', source: 'assigned' },
      ],
    }
    expect(first.body.data).toEqual(assigned)
    expect(await read()).toEqual(assigned)
    const { revision } = await read()
    expect((await assign(revision, { 'app@n3': 'us-east' })).body.data).toEqual({
      revision: expect.stringMatching(/^2-/),
      nodes: [{ name: 'app@n3', zone: 'us-east', source: 'assigned' }],
    })
    for (const stale of [revision, null, '1-0']) {
      const { status, masked } = await assign(stale, {})
      expect(status).toBe(409)
      expect(masked).toMatchObject({ data: { cause: expect.stringContaining('read it again') } })
    }
    expect(await read()).toMatchObject({ nodes: [{ name: 'app@n3' }] })
  })

  for (const { note, data, path } of [
    { note: 'a node without a host', data: { base_revision: null, nodes: { app: 'z1' } }, path: 'nodes.app' },
    {
      note: 'a node by a name that is kept',
      data: { base_revision: null, nodes: { '_a@b': 'z1' } },
      path: 'nodes._a@b',
    },
    { note: 'the zone "default"', data: { base_revision: null, nodes: { 'a@b.c': 'default' } }, path: 'nodes.a@b%2Ec' },
    { note: 'an empty zone', data: { base_revision: null, nodes: { 'a@b': '' } }, path: 'nodes.a@b' },
    { note: 'a zone that is a node', data: { base_revision: null, nodes: { 'a@b': 'c@d' } }, path: 'nodes.a@b' },
    { note: 'a zone that is no text', data: { base_revision: null, nodes: { 'a@b': 5 } }, path: 'nodes.a@b' },
    {
      note: 'a very long name',
      data: { base_revision: null, nodes: { [`a@${'b'.repeat(300)}`]: null } },
      path: `nodes.a@${'b'.repeat(300)}`,
    },
    { note: 'no base', data: { nodes: {} }, path: 'base_revision' },
    { note: 'a list of nodes', data: { base_revision: null, nodes: [] }, path: 'nodes' },
    { note: 'another member', data: { base_revision: null, nodes: {}, more: 1 }, path: '' },
    {
      note: 'too many nodes',
      data: {
        base_revision: null,
        nodes: Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`a@${at}`, 'z'])),
      },
      path: 'nodes',
    },
  ]) {
    it(`refuses ${note}`, async () => {
      const { status, body } = await admin.post('/console/topology', data)
      expect({ status, name: body.message }).toEqual({ status: 400, name: 'validation error' })
      expect(Object.keys(body.data as object)).toEqual([path])
    })
  }

  for (const { note, node, zone } of [
    { note: 'a control character', node: 'app@n\u0007', zone: 'z\u0007' },
    { note: 'a right-to-left override', node: 'app@\u202en', zone: 'z\u202e1' },
    { note: 'a slash', node: 'app@n/1', zone: 'z/1' },
    { note: '256 bytes', node: `app@${'ü'.repeat(126)}`, zone: 'ü'.repeat(128) },
  ]) {
    it(`nothing new is called by ${note}; what is called so stays, moves and goes`, async () => {
      const before = await read()
      for (const nodes of [{ [node]: null }, { 'app@n1': zone }]) {
        const { status, body } = await assign(before.revision, nodes)
        expect(status).toBe(400)
        expect(Object.values(body.data ?? {})).toEqual([
          { invalid: { message: expect.stringMatching(/^This name has .*: choose another\.$/) } },
        ])
      }
      expect(await read()).toEqual(before)

      const document = await app.store.database('strata').get('topology')
      const fields = { nodes: { [node]: zone } }
      const revision = document === undefined ? {} : { revision: document.revision }
      await app.store.database('strata').put({ id: 'topology', fields, private: { type: 'topology' }, ...revision })
      const stored = await read()
      expect(stored.nodes).toEqual([{ name: node, zone, source: 'assigned' }])
      expect((await assign(stored.revision, { [node]: 'z1', 'app@n1': zone })).status).toBe(200)
      expect((await assign((await read()).revision, { 'app@n1': 'z1' })).status).toBe(200)
      expect((await read()).nodes).toEqual([{ name: 'app@n1', zone: 'z1', source: 'assigned' }])
    })
  }
})

describe('who may use the topology', () => {
  it('superduper admins only', async () => {
    const app = await startApp()
    for (const method of ['GET', 'POST']) {
      for (const caller of Object.keys(USERS).filter((name) => name !== 'superduper') as Caller[]) {
        expect((await app.as(caller).send(method, '/console/topology')).status, `${method} ${caller}`).toBe(403)
      }
      expect((await app.anyone.send(method, '/console/topology')).status).toBe(401)
    }
    await app.stop()
  })

  it('on a store that is only read, it is assigned all the same: it is Strata’s own', async () => {
    const app = await startApp({ readOnly: true })
    const write = { base_revision: null, nodes: { 'kazoo_apps@app1.z1.example.net': 'z1' } }
    expect((await app.as('superduper').post('/console/topology', write)).status).toBe(200)
    expect((await app.as('superduper').get('/console/topology')).body.data).toMatchObject({
      nodes: [{ name: 'kazoo_apps@app1.z1.example.net', zone: 'z1' }],
    })
    await app.stop()
  })
})
