import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type Client, type Reply, STORES, startApp, type TestApp } from '../_app.ts'
import { acme, acmeStorage, s3, s3Document, s3Id } from './_documents.ts'

const reseller = ACCOUNTS.reseller.id
const systemPlans = '/v2/storage/plans'
const resellerPlans = `/v2/accounts/${reseller}/storage/plans`

function idOf({ body }: Reply): string {
  const { id } = body.data as { id: string }
  return id
}

function idsOf({ body }: Reply): string[] {
  const plans = body.data as { id: string }[]
  return plans.map(({ id }) => id)
}

describe.each(STORES)('storage plans on $kind', ({ start }) => {
  let app: TestApp
  let root: Client
  beforeAll(async () => {
    app = await startApp({ start, savesUntested: true })
    root = app.as('superduper')
  })
  afterAll(() => app.stop())

  for (const { note, path, isSystem, account } of [
    { note: 'of the system', path: systemPlans, isSystem: true, account: undefined },
    { note: 'of a reseller', path: resellerPlans, isSystem: false, account: reseller },
  ]) {
    it(`a plan ${note}: made, read, changed, removed`, async () => {
      const document = { ...s3Document, name: 'EU resellers' }
      const created = await root.put(path, document)
      expect(created.status).toBe(201)
      const id = idOf(created)
      expect(id).toMatch(/^[0-9a-f]{32}$/)
      expect(created.headers.get('location')).toBe(`${path}/${id}`)
      const stored = await app.store.database('system_data').get(id)
      expect(stored?.fields).toEqual(document)
      expect(stored?.private).toMatchObject({
        type: 'storage_plan',
        system_plan: isSystem,
        alphanum_name: 'euresellers',
      })
      expect(stored?.private.account_id).toBe(account)

      expect((await root.get(`${path}/${id}`)).body).toMatchObject({
        data: { ...document, id },
        revision: created.body.revision,
      })
      const patched = await root.patch(`${path}/${id}`, { name: 'EU' })
      expect(patched.body.data).toEqual({ ...document, name: 'EU', id })
      const replaced = await root.post(`${path}/${id}`, { name: 'Empty' })
      expect(replaced.body.data).toEqual({ name: 'Empty', id })
      expect((await app.store.database('system_data').get(id))?.private.system_plan).toBe(isSystem)
      expect((await root.get(path)).body.data).toContainEqual({ name: 'Empty', id })

      const removed = await root.delete(`${path}/${id}`)
      expect(removed.body.data).toEqual({ name: 'Empty', id, _read_only: { deleted: true } })
      expect((await root.get(`${path}/${id}`)).status).toBe(404)
      expect(idsOf(await root.get(path))).not.toContain(id)
    })
  }

  it('If-Match holds for plans', async () => {
    const created = await root.put(resellerPlans, { name: 'Tagged' })
    const at = `${resellerPlans}/${idOf(created)}`
    const stale = { headers: { 'if-match': '"1-00000000000000000000000000000000"' } }
    expect((await root.patch(at, {}, stale)).status).toBe(412)
    const current = { headers: { 'if-match': `"${created.body.revision}"` } }
    expect((await root.patch(at, {}, current)).status).toBe(200)
  })

  it('an id reaches only plans of the account in the path, or of the system', async () => {
    const ofSystem = idOf(await root.put(systemPlans, {}))
    const ofReseller = idOf(await root.put(resellerPlans, {}))
    const ofAcme = idOf(await root.put(`${acmeStorage}/plans`, {}))
    await root.put(acmeStorage, s3Document)
    for (const [path, id] of [
      [resellerPlans, ofSystem],
      [resellerPlans, ofAcme],
      [resellerPlans, acme],
      [resellerPlans, 'system'],
      [resellerPlans, '_design/storage'],
      [systemPlans, ofReseller],
      [systemPlans, acme],
    ] as const) {
      for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
        const reply = await root.send(method, `${path}/${encodeURIComponent(id)}`)
        expect(reply.status, `${method} ${path}/${id}`).toBe(404)
        expect(reply.body.data).toEqual({ message: 'bad identifier', cause: id })
      }
    }
    expect((await root.get(acmeStorage)).status).toBe(200)
    await root.delete(acmeStorage)
  })

  describe('listed', () => {
    const path = `/v2/accounts/${ACCOUNTS.stranger.id}/storage/plans`
    const ids: string[] = []
    beforeAll(async () => {
      for (const n of [1, 2, 3])
        ids.push(idOf(await root.put(path, { name: `Plan ${n}`, attachments: { [s3Id]: s3() } })))
      ids.sort().reverse()
    })

    it('as full documents, descending, with the number of rows', async () => {
      const { body } = await root.get(path)
      expect(idsOf({ body } as Reply)).toEqual(ids)
      expect(body.data).toContainEqual({ id: ids[0], name: expect.any(String), attachments: { [s3Id]: s3() } })
      expect(body.page_size).toBe(3)
      expect(body).not.toHaveProperty('next_start_key')
      expect(body).not.toHaveProperty('revision')
    })

    it('page by page', async () => {
      const first = await root.get(`${path}?page_size=2`)
      expect(idsOf(first)).toEqual(ids.slice(0, 2))
      const second = await root.get(`${path}?page_size=2&start_key=${first.body.next_start_key}`)
      expect(idsOf(second)).toEqual(ids.slice(2))
      expect(second.body).not.toHaveProperty('next_start_key')
      const plain = await root.get(`${path}?start_key=${ids[1]}`)
      expect(idsOf(plain)).toEqual(ids.slice(1))
    })

    it('ascending, and all at once', async () => {
      expect(idsOf(await root.get(`${path}?ascending=true`))).toEqual(ids.toReversed())
      const all = await root.get(`${path}?paginate=false&page_size=1`)
      expect(idsOf(all)).toEqual(ids)
      expect(all.body).not.toHaveProperty('page_size')
    })

    it('an account without plans has an empty list', async () => {
      const { body } = await root.get(`/v2/accounts/${ACCOUNTS.branch.id}/storage/plans`)
      expect(body).toMatchObject({ data: [], page_size: 0 } satisfies JsonObject)
    })
  })
})
