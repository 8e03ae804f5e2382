import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type TestApp, USERS } from '../_app.ts'
import { browserOf } from '../storage/_documents.ts'
import {
  acme,
  dataOf,
  ownHttp,
  planAzure,
  remove,
  route,
  second,
  startCluster,
  store,
  systemDocument,
  systemS3,
  userDropbox,
  userId,
} from './_cluster.ts'

const hidden = { $secret: 'set', fingerprint: expect.any(String) }

describe('where a document and its files go', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startCluster()
  })
  afterAll(() => app.stop())

  const ask = async (query: string, caller: 'superduper' | 'account-admin' = 'account-admin') =>
    dataOf(await app.as(caller).get(`${route}?${query}`))

  it("a type of the account's own rule, with who decided each part and the address its file gets", async () => {
    const month = new Date().toISOString().slice(0, 7).replace('-', '')
    const rule = '/plan/modb/types/fax'
    const by = (level: string, pointer: string, layer = 'account') => ({ layer, level, pointer })
    expect(await ask('class=modb&type=fax')).toEqual({
      account: { id: acme, name: 'Acme Corp' },
      user: null,
      truncated: null,
      layers: [
        { layer: 'built-in', name: 'Built in', is_draft: false },
        { layer: 'system', name: 'System', is_draft: false },
        { layer: 'plan', name: 'Gold', is_draft: false },
        { layer: 'account', name: 'Acme Corp', is_draft: false },
      ],
      asked: { class: 'modb', type: 'fax' },
      consulted: { class: 'modb', type: 'fax' },
      connection: {
        id: { value: second, by: by('type', `${rule}/connection`) },
        name: { value: 'Second cluster', by: by('entry', `/connections/${second}/name`, 'system') },
        host: { value: '192.0.2.7', by: by('entry', `/connections/${second}/settings/ip`, 'system') },
        port: { value: 5984, by: by('entry', `/connections/${second}/settings/port`, 'system') },
      },
      back_end: {
        id: { value: ownHttp, by: by('type', `${rule}/attachments/handler`) },
        handler: { value: 'http', by: by('entry', `/attachments/${ownHttp}/handler`) },
        name: { value: 'Recorder', by: by('entry', `/attachments/${ownHttp}/name`) },
        mode: { value: 'stub', by: by('type', `${rule}/attachments/stub`) },
        params: { value: { folder_path: 'faxes' }, by: by('type', `${rule}/attachments/params`) },
        settings: {
          url: {
            value: { ...hidden, shown: 'https://•••@rec.example.net/in' },
            by: by('entry', `/attachments/${ownHttp}/settings/url`),
            is_withheld: false,
          },
          verb: { value: 'post', by: by('entry', `/attachments/${ownHttp}/settings/verb`), is_withheld: false },
          folder_base_path: {
            value: 'base',
            by: by('entry', `/attachments/${ownHttp}/settings/folder_base_path`),
            is_withheld: false,
          },
          folder_path: {
            value: 'faxes',
            by: by('type', `${rule}/attachments/params/folder_path`),
            is_withheld: false,
          },
        },
        target: {
          method: 'POST',
          url: expect.stringMatching(
            new RegExp(`^https://rec\\.example\\.net/in/base/faxes/${acme}/${month}-[0-9a-f]{32}/fax\\.tiff$`),
          ),
          path: expect.stringMatching(new RegExp(`^base/faxes/${acme}/${month}-[0-9a-f]{32}/fax\\.tiff$`)),
          place: { host: 'rec.example.net' },
          host_header: null,
          is_nameless: false,
        },
      },
      database: { create_options: null, names: null },
      undecided: [],
      copies: [],
      ignored: [],
      problems: [],
      sample: {
        account_id: acme,
        database: `account/2b/2b/${'2b'.repeat(14)}-${month}`,
        id: expect.stringContaining(month),
        attachment: 'fax.tiff',
        fields: {},
      },
    })
  })

  for (const { note, query, backEnd, layer, level } of [
    {
      note: 'a type that the plan of the account routes',
      query: 'class=modb&type=mailbox_message',
      backEnd: planAzure,
      layer: 'plan',
      level: 'type',
    },
    {
      note: 'a type without a rule follows its class',
      query: 'class=modb&type=media',
      backEnd: systemS3,
      layer: 'system',
      level: 'class',
    },
    { note: 'everything else', query: 'class=modb', backEnd: systemS3, layer: 'system', level: 'class' },
    { note: 'an empty type is none', query: 'class=modb&type=', backEnd: systemS3, layer: 'system', level: 'class' },
    {
      note: "a type of the user's own rule",
      query: `class=modb&type=call_recording&user=${userId}`,
      backEnd: userDropbox,
      layer: 'user',
      level: 'type',
    },
    {
      note: 'the same type of no user',
      query: 'class=modb&type=call_recording',
      backEnd: systemS3,
      layer: 'system',
      level: 'class',
    },
  ]) {
    it(`${note}: ${layer}`, async () => {
      expect((await ask(query)).back_end).toMatchObject({ id: { value: backEnd, by: { layer, level } } })
    })
  }

  it('what no rule sends elsewhere stays in the document, on the local connection', async () => {
    expect(await ask('class=account&type=media')).toMatchObject({
      back_end: null,
      connection: { id: { value: 'local', by: { layer: 'built-in', level: 'class' } } },
    })
  })

  it("databases of the system follow the system's rule, whatever the account says", async () => {
    expect(await ask('class=system&type=system_media')).toMatchObject({
      consulted: { class: 'system', type: 'system_media' },
      connection: { id: { value: second, by: { layer: 'system' } } },
    })
    expect(await ask('class=aggregate&type=fax')).toMatchObject({ consulted: { class: 'system', type: null } })
  })

  it('the path shows the user whose document it is', async () => {
    await store(app, userId, {}, { account_id: acme })
    const answer = await ask(`class=modb&type=fax&user=${userId}`)
    expect(answer).toMatchObject({
      user: { id: userId, name: 'account-user' },
      sample: { fields: { owner_id: userId } },
      back_end: { target: { path: expect.stringContaining(`/${userId}/`) } },
    })
  })

  it('without a document of the account neither its plan nor anything of it counts', async () => {
    const { fields, private: kept } = (await app.store.database('system_data').get(acme)) ?? { fields: {}, private: {} }
    await remove(app, acme)
    const answer = await ask('class=modb&type=mailbox_message')
    await store(app, acme, fields, kept)
    expect(answer.layers).toHaveLength(2)
    expect(answer.back_end).toMatchObject({ id: { value: systemS3 } })
  })

  describe('secrets', () => {
    it('are hidden from tokens as well, and settings of documents that the caller may not read are withheld', async () => {
      const { settings, target } = (await ask('class=modb&type=media')).back_end as JsonObject & {
        settings: JsonObject
      }
      expect(settings).toMatchObject({
        bucket: { value: null, by: { layer: 'system' }, is_withheld: true },
        secret: { value: null, is_withheld: true },
        x_note: { value: null, is_withheld: true },
        folder_path: { value: 'all', by: { layer: 'system', level: 'class' }, is_withheld: false },
      })
      expect(target).toMatchObject({
        method: 'PUT',
        url: expect.stringMatching(/^https:\/\/s3\.eu-west-1\.amazonaws\.com\/all\/account%252F2b%252F/),
        host_header: 'kz-eu.s3.eu-west-1.amazonaws.com',
        is_nameless: false,
        path: expect.stringMatching(/^all\/account%2F2b%2F2b%2F/),
        place: { bucket: 'kz-eu', region: 'eu-west-1', host: 's3.eu-west-1.amazonaws.com' },
      })
    })

    it('superduper admins see the settings of every layer, and still no secret', async () => {
      const { settings } = (await ask('class=modb&type=media', 'superduper')).back_end as JsonObject
      expect(settings).toMatchObject({
        bucket: { value: 'kz-eu', is_withheld: false },
        key: { value: hidden },
        secret: { value: hidden },
        x_note: { value: 'internal' },
      })
    })

    it("a user who asks about itself does not see what the account's document keeps", async () => {
      const reply = await app.as('account-user').get(`${route}?class=modb&type=fax&user=${userId}`)
      expect(dataOf(reply).back_end).toMatchObject({
        settings: { verb: { value: null, is_withheld: true }, folder_path: { value: 'faxes', is_withheld: false } },
      })
    })

    it('an address with secrets is told with •••, and the path after it', async () => {
      const draft = {
        attachments: {
          x: {
            handler: 'http',
            settings: { url: 'https://invented-user:invented-word@h.example.net/up?sig=invented-s3-secret&file=' },
          },
        },
        plan: { modb: { attachments: { handler: 'x' } } },
      }
      const data = dataOf(await app.as('account-admin').post(`${route}?class=modb&type=fax`, { draft }))
      expect(data.back_end).toMatchObject({
        settings: { url: { value: { ...hidden, shown: 'https://•••@h.example.net/up?sig=•••&file=' } } },
        target: { url: expect.stringMatching(/^https:\/\/h\.example\.net\/up\?sig=•••&file=[^?]+$/) },
      })
      expect(JSON.stringify(data)).not.toMatch(/invented-(user|word|s3-secret)/)
    })
  })

  describe('a draft', () => {
    const post = async (query: string, data: JsonObject) =>
      dataOf(await app.as('account-admin').post(`${route}?${query}`, data))
    const draft = {
      attachments: { b: { handler: 'http', settings: { url: 'https://new.example.net' } } },
      plan: { modb: { types: { fax: { attachments: { handler: 'b' } } } } },
    }

    it('answers as if it were stored, and stores nothing', async () => {
      const before = await app.store.database('system_data').get(acme)
      expect(await post('class=modb&type=fax', { draft })).toMatchObject({
        layers: [{ is_draft: false }, { is_draft: false }, { is_draft: false }, { layer: 'account', is_draft: true }],
        back_end: { id: { value: 'b' }, target: { url: expect.stringContaining('https://new.example.net/') } },
      })
      expect(await app.store.database('system_data').get(acme)).toEqual(before)
    })

    it('brings the plan of the account along, as a stored document would', async () => {
      expect(await post('class=modb&type=mailbox_message', { draft })).toMatchObject({
        back_end: { id: { value: planAzure, by: { layer: 'plan' } } },
      })
    })

    it('that names something undefined is answered, with its problem', async () => {
      const dangling = { plan: { modb: { types: { fax: { attachments: { handler: 'gone' }, connection: 'lost' } } } } }
      expect(await post('class=modb&type=fax', { draft: dangling })).toMatchObject({
        back_end: { id: { value: 'gone' }, handler: null, target: { method: null, url: null } },
        problems: [
          { kind: 'undefined-connection', id: 'lost', pointer: '/plan/modb/types/fax/connection', layer: 'account' },
          {
            kind: 'undefined-back-end',
            id: 'gone',
            pointer: '/plan/modb/types/fax/attachments/handler',
            layer: 'account',
          },
        ],
      })
    })

    it("of a user: the one who is asked about, unless it says that it is the account's", async () => {
      const query = `class=modb&type=fax&user=${userId}`
      expect((await post(query, { draft })).layers).toContainEqual({
        layer: 'user',
        name: 'account-user',
        is_draft: true,
      })
      expect((await post(query, { draft, draft_of: 'account' })).layers).toEqual([
        expect.anything(),
        expect.anything(),
        expect.anything(),
        { layer: 'account', name: 'Acme Corp', is_draft: true },
        { layer: 'user', name: 'account-user', is_draft: false },
      ])
    })

    it('keeps stored secrets that the browser only ever saw as markers', async () => {
      const browser = await browserOf(app, 'account-admin')
      const read = await browser.get(`/v2/accounts/${acme}/storage`)
      const reply = await browser.post(`${route}?class=modb&type=fax`, { draft: read.body.data ?? null })
      expect(dataOf(reply).back_end).toMatchObject({
        settings: { url: { value: hidden } },
        target: { url: expect.stringMatching(/^https:\/\/rec\.example\.net\/in\/base\/faxes/) },
      })
    })

    it('a marker for nothing that is stored is refused at its place', async () => {
      const browser = await browserOf(app, 'account-admin')
      const marker = { $secret: 'set', fingerprint: '0123456789ab' }
      const unknown = { attachments: { b: { handler: 's3', settings: { secret: marker } } } }
      const reply = await browser.post(`${route}?class=modb&type=fax`, { draft: unknown })
      expect([reply.status, Object.keys(reply.body.data ?? {})]).toEqual([400, ['attachments.b.settings.secret']])
    })

    it('cannot lay open what another document keeps by calling a back-end something else', async () => {
      const disguised = { attachments: { [planAzure]: { handler: 's3', settings: { bucket: 'b' } } } }
      await post('class=modb&type=mailbox_message', { draft: disguised })
      const root = await app.as('superduper').post(`${route}?class=modb&type=mailbox_message`, { draft: disguised })
      expect(dataOf(root).back_end).toMatchObject({ settings: { key: { value: hidden } } })
    })
  })

  describe('what cannot be asked', () => {
    const post = (query: string, data: JsonObject) => app.as('account-admin').post(`${route}?${query}`, data)
    const query = 'class=modb&type=fax'

    for (const { note, send, paths } of [
      { note: 'no class', send: () => app.as('account-admin').get(route), paths: { class: 'required' } },
      {
        note: 'a class that does not exist',
        send: () => app.as('account-admin').get(`${route}?class=monthly`),
        paths: { class: 'enum' },
      },
      {
        note: 'a type that is far too long',
        send: () => app.as('account-admin').get(`${route}?class=modb&type=${'x'.repeat(300)}`),
        paths: { type: 'maxLength' },
      },
      { note: 'no draft', send: () => post(query, {}), paths: { draft: 'type' } },
      { note: 'a draft that is no object', send: () => post(query, { draft: [] }), paths: { draft: 'type' } },
      {
        note: "a user's draft without a user",
        send: () => post(query, { draft: {}, draft_of: 'user' }),
        paths: { draft_of: 'enum' },
      },
      {
        note: "somebody else's draft",
        send: () => post(query, { draft: {}, draft_of: 'plan' }),
        paths: { draft_of: 'enum' },
      },
    ]) {
      it(`${note}: 400 at its place`, async () => {
        const { status, body } = await send()
        expect(status).toBe(400)
        const found = Object.entries(body.data as JsonObject).map(([path, keywords]) => [
          path,
          Object.keys(keywords as JsonObject)[0],
        ])
        expect(Object.fromEntries(found)).toEqual(paths)
      })
    }

    it('a user that the account does not have: 404', async () => {
      const reply = await app.as('account-admin').get(`${route}?${query}&user=${USERS['stranger-admin'].id}`)
      expect(reply.status).toBe(404)
    })

    it('an account that does not exist: 404', async () => {
      const reply = await app.as('superduper').get(`${route.replace(acme, 'ff'.repeat(16))}?${query}`)
      expect(reply.status).toBe(404)
    })

    it('a draft larger than any document: 413', async () => {
      expect((await post(query, { draft: { x: 'x'.repeat(1_000_001) } })).status).toBe(413)
    })
  })

  describe('a database of the cluster', () => {
    const database = '/console/storage/route'
    const name = `account%2F2b%2F2b%2F${'2b'.repeat(14)}-202611`

    it('is answered by its name, as the account it belongs to has it', async () => {
      const reply = await app.as('superduper').get(`${database}?database=${encodeURIComponent(name)}&type=fax`)
      expect(dataOf(reply)).toMatchObject({
        account: { id: acme, name: 'Acme Corp' },
        asked: { database: name, class: 'modb', type: 'fax' },
        consulted: { class: 'modb', type: 'fax' },
        back_end: { id: { value: ownHttp } },
        sample: { database: name },
        others: [],
      })
    })

    it('as a whole it tells the other connections of its types', async () => {
      const reply = await app.as('superduper').get(`${database}?database=${encodeURIComponent(name)}`)
      expect(dataOf(reply)).toMatchObject({ connection: { id: { value: 'local' } }, others: [second] })
    })

    for (const { note, asked, expected } of [
      {
        note: 'one of the system',
        asked: 'system_media',
        expected: { account: null, connection: { id: { value: second } } },
      },
      {
        note: 'one that stays, whatever the plan says',
        asked: 'system_data',
        expected: { consulted: null, connection: { id: { value: 'local' } } },
      },
      {
        note: 'one by whose name KAZOO does not find the account',
        asked: encodeURIComponent(`account/2b/2b/${'2b'.repeat(14)}-selectors`),
        expected: {
          account: { id: acme },
          layers: [{ layer: 'built-in' }, { layer: 'system' }],
          problems: [{ kind: 'account-not-found', id: acme }],
        },
      },
      {
        note: 'one of an account that is not there',
        asked: 'ff'.repeat(16),
        expected: { account: null, asked: { class: 'account' } },
      },
      {
        note: 'one that KAZOO does not know',
        asked: 'strata',
        expected: { asked: { class: 'unknown' }, consulted: { class: 'system', type: 'strata' } },
      },
    ]) {
      it(note, async () => {
        expect(dataOf(await app.as('superduper').get(`${database}?database=${asked}`))).toMatchObject(expected)
      })
    }

    it('of a class without a rule for any type is one that nodes crash on', async () => {
      const plan = { ...(systemDocument.plan as JsonObject), aggregate: { connection: second } }
      await store(app, 'system', { ...systemDocument, plan }, {})
      const { problems } = dataOf(await app.as('superduper').get(`${database}?database=accounts`))
      await store(app, 'system', systemDocument, {})
      expect(problems).toEqual([{ kind: 'no-types', id: 'aggregate', pointer: '/plan/aggregate', layer: 'system' }])
    })

    it('must be named', async () => {
      const { status, body } = await app.as('superduper').get(database)
      expect([status, Object.keys(body.data ?? {})]).toEqual([400, ['database']])
    })
  })

  it('stores without anything answer too', async () => {
    const reply = await app
      .as('stranger-admin')
      .get(`/console/accounts/${ACCOUNTS.stranger.id}/storage/route?class=modb`)
    expect(dataOf(reply).layers).toHaveLength(2)
  })
})
