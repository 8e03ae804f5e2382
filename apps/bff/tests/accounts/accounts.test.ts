import { isJsonObject, type JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import type { AccountKey } from '../_accounts.ts'
import { ACCOUNTS, type Reply, STORES, startApp, type TestApp, USERS } from '../_app.ts'

const path = (key: AccountKey) => `/v2/accounts/${ACCOUNTS[key].id}`
const dataOf = ({ body }: Reply): JsonObject => (isJsonObject(body.data) ? body.data : {})
const frame = { status: 'success', request_id: '{request_id}', node: '{node}', timestamp: '{timestamp}' }
const known = { version: '{version}', auth_token: '{auth_token}' }

for (const { kind, start } of STORES) {
  describe(`accounts on the ${kind} store`, () => {
    let app: TestApp
    beforeAll(async () => {
      app = await startApp({ start })
    })
    afterAll(() => app.stop())

    it('one is shown with what Crossbar adds, without its private members', async () => {
      const reply = await app.as('account-user').get(path('acme'))
      expect(reply.status).toBe(200)
      expect(reply.masked).toEqual({
        data: {
          id: ACCOUNTS.acme.id,
          name: 'Acme Corp',
          realm: 'acmecorp.sip.example.org',
          language: 'en-US',
          superduper_admin: false,
          is_reseller: false,
          enabled: true,
          reseller_id: ACCOUNTS.reseller.id,
          created: 63_945_000_000,
        },
        revision: '{revision}',
        ...frame,
        ...known,
      })
      expect(reply.text).not.toMatch(/pvt_|api_key|signature_secret/)
    })

    const children = [
      { id: ACCOUNTS.moved.id, name: 'Moved Ltd', realm: 'movedltd.sip.example.org', descendants_count: 0 },
      { id: ACCOUNTS.reseller.id, name: 'Reseller One', realm: 'resellerone.sip.example.org', descendants_count: 2 },
      { id: ACCOUNTS.stranger.id, name: 'Stranger', realm: 'stranger.sip.example.org', descendants_count: 0 },
    ]
    const descendants = [
      {
        id: ACCOUNTS.branch.id,
        name: 'Acme Branch',
        realm: 'acmebranch.sip.example.org',
        tree: [ACCOUNTS.master.id, ACCOUNTS.reseller.id, ACCOUNTS.acme.id],
      },
      {
        id: ACCOUNTS.acme.id,
        name: 'Acme Corp',
        realm: 'acmecorp.sip.example.org',
        tree: [ACCOUNTS.master.id, ACCOUNTS.reseller.id],
      },
    ]

    for (const { note, caller, url, data } of [
      {
        note: 'children, with the number of all below',
        caller: 'superduper',
        url: `${path('master')}/children`,
        data: children.toReversed(),
      },
      {
        note: 'children, ascending',
        caller: 'superduper',
        url: `${path('master')}/children?ascending=true`,
        data: children,
      },
      {
        note: 'descendants, with their ancestors',
        caller: 'reseller-user',
        url: `${path('reseller')}/descendants?ascending=true`,
        data: descendants,
      },
      {
        note: 'siblings, itself among them',
        caller: 'superduper',
        url: `${path('stranger')}/siblings?ascending=true`,
        data: children,
      },
      { note: 'none below', caller: 'branch-admin', url: `${path('branch')}/children`, data: [] },
      {
        note: 'descendants by an exact name',
        caller: 'superduper',
        url: `${path('master')}/descendants?filter_name=Acme%20Corp`,
        data: descendants.slice(1),
      },
      {
        note: 'descendants by an exact realm',
        caller: 'superduper',
        url: `${path('master')}/descendants?filter_realm=acmecorp.sip.example.org`,
        data: descendants.slice(1),
      },
      {
        note: 'descendants by a part of their name',
        caller: 'superduper',
        url: `${path('master')}/descendants?search=acm&ascending=true`,
        data: descendants,
      },
    ] as const) {
      it(`lists ${note}`, async () => {
        const reply = await app.as(caller).get(url)
        expect(reply.status).toBe(200)
        expect(reply.masked).toEqual({ data, page_size: data.length, ...frame, ...known })
      })
    }

    it('pages through them by the key that each page gives, or by a name', async () => {
      const url = `${path('master')}/descendants`
      const names: unknown[] = []
      let key: string | undefined = ''
      while (key !== undefined) {
        const { body } = await app.as('superduper').get(`${url}?page_size=2${key && `&start_key=${key}`}`)
        if (Array.isArray(body.data)) names.push(...body.data.map((item) => isJsonObject(item) && item.name))
        key = typeof body.next_start_key === 'string' ? body.next_start_key : undefined
      }
      expect(names).toEqual(['Stranger', 'Reseller One', 'Moved Ltd', 'Acme Corp', 'Acme Branch'])
      const { body } = await app.as('superduper').get(`${url}?page_size=1&start_key=Moved%20Ltd`)
      expect(body.data).toMatchObject([{ name: 'Moved Ltd' }])
    })

    for (const { note, caller, key, names } of [
      {
        note: 'a superduper admin sees all',
        caller: 'superduper',
        key: 'branch',
        names: ['Master', 'Reseller One', 'Acme Corp'],
      },
      {
        note: 'an ancestor sees from itself on',
        caller: 'reseller-admin',
        key: 'branch',
        names: ['Reseller One', 'Acme Corp'],
      },
      { note: 'the account itself sees none', caller: 'branch-admin', key: 'branch', names: [] },
    ] as const) {
      it(`parents: ${note}`, async () => {
        const reply = await app.as(caller).get(`${path(key)}/parents`)
        expect(reply.body).toMatchObject({ data: names.map((name) => ({ name })), page_size: names.length })
      })
    }

    it('is found by typing a part of its name, best first, with the way to it', async () => {
      const hit = (key: AccountKey, way: string[]) => ({
        id: ACCOUNTS[key].id,
        name: ACCOUNTS[key].name,
        realm: expect.any(String),
        path: way,
        is_reseller: false,
        has_storage: false,
      })
      const reply = await app.as('superduper').get('/console/accounts?search=ACME')
      expect(reply.masked).toEqual({
        data: [hit('branch', ['Master', 'Reseller One', 'Acme Corp']), hit('acme', ['Master', 'Reseller One'])],
        ...frame,
        ...known,
      })
      const byWord = await app.as('superduper').get('/console/accounts?search=corp&limit=1')
      expect(byWord.body.data).toEqual([hit('acme', ['Master', 'Reseller One'])])
      const within = await app.as('account-user').get('/console/accounts')
      expect(within.body.data).toEqual([hit('branch', ['Acme Corp']), hit('acme', [])])
    })

    it('is created below another, with all that KAZOO gives an account', async () => {
      const reply = await app.as('account-admin').put(path('acme'), { name: 'New One', timezone: 'Europe/Vienna' })
      expect(reply.status).toBe(201)
      const { id, realm } = dataOf(reply)
      expect(reply.headers.get('location')).toBe(`/v2/accounts/${id}`)
      expect(reply.masked).toEqual({
        data: {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          name: 'New One',
          realm: expect.stringMatching(/^[0-9a-f]{6}\.sip\.localdomain$/),
          timezone: 'Europe/Vienna',
          superduper_admin: false,
          is_reseller: false,
          enabled: true,
          reseller_id: ACCOUNTS.reseller.id,
          created: expect.any(Number),
        },
        revision: '{revision}',
        ...frame,
        ...known,
      })
      const stored = await app.store.database('accounts').get(String(id))
      expect(stored).toMatchObject({
        fields: { name: 'New One', realm, timezone: 'Europe/Vienna' },
        private: {
          type: 'account',
          account_id: id,
          account_db: encodeURIComponent(accountDatabase(String(id))),
          tree: [ACCOUNTS.master.id, ACCOUNTS.reseller.id, ACCOUNTS.acme.id],
          enabled: true,
          reseller: false,
          superduper_admin: false,
          api_key: expect.stringMatching(/^[0-9a-f]{64}$/),
          signature_secret: expect.stringMatching(/^[0-9a-f]{32}$/),
          alphanum_name: 'newone',
          auth_user_id: USERS['account-admin'].id,
        },
      })
      const copy = await app.store.database(accountDatabase(String(id))).get(String(id))
      expect(copy?.fields).toEqual(stored?.fields)
      expect((await app.as('reseller-admin').get(`/v2/accounts/${id}`)).status).toBe(200)
      expect((await app.as('stranger-admin').get(`/v2/accounts/${id}`)).status).toBe(403)
    })

    it('of several that take one name or realm at once one gets it', async () => {
      const sameName = [1, 2, 3].map(() => ({ name: 'Wanted' }))
      const sameRealm = [1, 2, 3].map((number) => ({ name: `Realm ${number}`, realm: 'wanted.example.org' }))
      for (const wanted of [sameName, sameRealm]) {
        const replies = await Promise.all(wanted.map((data) => app.as('branch-admin').put(path('branch'), data)))
        expect(replies.map(({ status }) => status).sort()).toEqual([201, 400, 400])
        const made = replies.find(({ status }) => status === 201)
        await app.as('branch-admin').delete(made?.headers.get('location') ?? '')
      }
    })

    it("without a path it is created below the caller's own", async () => {
      const reply = await app
        .as('stranger-admin')
        .put('/v2/accounts', { name: 'Below Stranger', realm: 'b.example.org' })
      expect(reply.status).toBe(201)
      const listed = await app.as('stranger-admin').get('/v2/account/children')
      expect(listed.body.data).toMatchObject([{ name: 'Below Stranger', realm: 'b.example.org' }])
      expect((await app.as('account-user').put('/v2/accounts', { name: 'Not By Users' })).status).toBe(403)
    })

    for (const { note, data, errors } of [
      { note: 'no name', data: {}, errors: { name: { required: { value: 'name' } } } },
      { note: 'a name that is a list', data: { name: ['x'] }, errors: { name: { type: {} } } },
      { note: 'an empty name', data: { name: '' }, errors: { name: { minLength: {} } } },
      { note: 'a name of signs only', data: { name: '!!!' }, errors: { name: { invalid: {} } } },
      {
        note: "another account's name in other letters",
        data: { name: 'ACME corp.' },
        errors: { name: { unique: { cause: 'ACME corp.' } } },
      },
      {
        note: "another account's realm",
        data: { name: 'Fresh', realm: 'AcmeCorp.sip.example.org' },
        errors: { realm: { unique: {} } },
      },
      {
        note: 'a realm with a blank',
        data: { name: 'Fresh', realm: 'a b.example.org' },
        errors: { realm: { pattern: {} } },
      },
    ]) {
      it(`refuses ${note}, and stores nothing`, async () => {
        const before = await app.store.databases()
        const reply = await app.as('superduper').put(path('master'), data)
        expect(reply.status).toBe(400)
        expect(reply.body).toMatchObject({ message: 'validation error', data: errors })
        expect(await app.store.databases()).toEqual(before)
      })
    }

    it('private members and what Crossbar adds are dropped from what is sent', async () => {
      const sent = {
        ...dataOf(await app.as('superduper').get(path('moved'))),
        superduper_admin: true,
        is_reseller: true,
        reseller_id: ACCOUNTS.moved.id,
        pvt_superduper_admin: true,
        pvt_tree: [],
        _rev: '9-x',
        note: 'kept',
      }
      const reply = await app.as('superduper').post(path('moved'), sent)
      expect(reply.status).toBe(200)
      const stored = await app.store.database('accounts').get(ACCOUNTS.moved.id)
      expect(stored?.fields).toEqual({
        name: 'Moved Ltd',
        realm: 'movedltd.sip.example.org',
        language: 'en-US',
        note: 'kept',
      })
      expect(stored?.private).toMatchObject({ superduper_admin: false, reseller: false, tree: [ACCOUNTS.master.id] })
    })

    it('POST replaces, PATCH merges and null removes', async () => {
      const admin = app.as('stranger-admin')
      const posted = await admin.post(path('stranger'), {
        name: 'Stranger',
        realm: 'stranger.sip.example.org',
        a: { b: 1, c: 2 },
      })
      expect(dataOf(posted)).not.toHaveProperty('language')
      const patched = await admin.patch(path('stranger'), { a: { b: null, d: 3 } })
      expect(dataOf(patched)).toMatchObject({ name: 'Stranger', a: { c: 2, d: 3 } })
      expect(dataOf(patched).a).toEqual({ c: 2, d: 3 })
      const copy = await app.store.database(accountDatabase(ACCOUNTS.stranger.id)).get(ACCOUNTS.stranger.id)
      expect(copy?.fields.a).toEqual({ c: 2, d: 3 })
    })

    it('If-Match holds a change to the revision it was made for', async () => {
      const admin = app.as('superduper')
      const { headers, body } = await admin.get(path('moved'))
      const etag = headers.get('etag') ?? ''
      const stale = await admin.patch(path('moved'), { n: 1 }, { headers: { 'if-match': '"1-stale"' } })
      expect(stale.status).toBe(412)
      expect(stale.body).toMatchObject({ message: 'precondition_failed', error: '412' })
      expect((await admin.get(path('moved'))).body.revision).toBe(body.revision)
      expect((await admin.patch(path('moved'), { n: 1 }, { headers: { 'if-match': etag } })).status).toBe(200)
      expect((await admin.patch(path('moved'), { n: 2 }, { headers: { 'if-match': etag } })).status).toBe(412)
      const created = await admin.put(path('moved'), { name: 'Never' }, { headers: { 'if-match': '*' } })
      expect(created.status).toBe(412)
    })

    it('If-None-Match spares what the client has', async () => {
      const admin = app.as('superduper')
      for (const url of [path('acme'), `${path('master')}/children`]) {
        const etag = (await admin.get(url)).headers.get('etag') ?? ''
        const reply = await admin.get(url, { headers: { 'if-none-match': etag } })
        expect([reply.status, reply.text, reply.headers.get('etag')]).toEqual([304, '', etag])
        expect((await admin.get(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
      }
    })

    it('is enabled or disabled by those above it only', async () => {
      await app.as('stranger-admin').patch(path('stranger'), { enabled: false })
      expect((await app.as('stranger-admin').get(path('stranger'))).status).toBe(200)
      await app.as('superduper').patch(path('stranger'), { enabled: false })
      expect((await app.as('stranger-admin').get(path('stranger'))).status).toBe(400)
      expect(dataOf(await app.as('superduper').get(path('stranger')))).toMatchObject({ enabled: false })
      await app.as('superduper').patch(path('stranger'), { enabled: true })
      expect((await app.as('stranger-admin').get(path('stranger'))).status).toBe(200)
    })
  })
}
