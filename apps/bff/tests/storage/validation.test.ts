import type { JsonObject, JsonValue } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type Client, startApp, type TestApp, USERS } from '../_app.ts'
import { acme, acmeStorage, couchdb, couchId, http, httpId, s3, s3Id, voicemailTo } from './_documents.ts'

/** What is expected of an error body: each path's one keyword. */
type Keywords = Record<string, string>

const long = 'x'.repeat(200)
const oauth = (handler: string, settings: JsonObject) => ({ attachments: { [s3Id]: { handler, settings } } })
const atS3 = `attachments.${s3Id}`

const refused: { note: string; document: JsonValue; errors: Keywords }[] = [
  { note: 'a list', document: [], errors: { '': 'type' } },
  { note: 'attachments that are no object', document: { attachments: 'x' }, errors: { attachments: 'type' } },
  {
    note: 'an id in capitals',
    document: { attachments: { [s3Id.toUpperCase()]: s3() } },
    errors: { [`attachments.${s3Id.toUpperCase()}`]: 'additionalProperties' },
  },
  {
    note: 'an id with dots, which are escaped',
    document: { attachments: { 'a.b': s3() } },
    errors: { 'attachments.a%2Eb': 'additionalProperties' },
  },
  {
    note: 'a back-end without a handler',
    document: { attachments: { [s3Id]: { settings: {} } } },
    errors: { [atS3]: 'not_one_schema_valid' },
  },
  {
    note: 'a handler that no schema knows',
    document: { attachments: { [s3Id]: { handler: 'ftp', settings: { url: 'ftp://x' } } } },
    errors: { [atS3]: 'not_one_schema_valid' },
  },
  {
    note: 'the chosen branch of s3: what is missing',
    document: { attachments: { [s3Id]: { handler: 's3', settings: {} } } },
    errors: {
      [atS3]: 'not_one_schema_valid',
      [`${atS3}.settings.bucket`]: 'required',
      [`${atS3}.settings.key`]: 'required',
      [`${atS3}.settings.secret`]: 'required',
    },
  },
  {
    note: 'the chosen branch of s3: every limit',
    document: {
      attachments: {
        [s3Id]: s3({
          bucket: 'short',
          key: long,
          secret: 'with space',
          scheme: 'ftp',
          port: 'x',
          bucket_after_host: 'x',
        }),
      },
    },
    errors: {
      [atS3]: 'not_one_schema_valid',
      [`${atS3}.settings.bucket`]: 'minLength',
      [`${atS3}.settings.key`]: 'maxLength',
      [`${atS3}.settings.secret`]: 'pattern',
      [`${atS3}.settings.scheme`]: 'enum',
      [`${atS3}.settings.port`]: 'type',
      [`${atS3}.settings.bucket_after_host`]: 'type',
    },
  },
  {
    note: 'the chosen branch of azure',
    document: { attachments: { [s3Id]: { handler: 'azure', settings: { account: 5 } } } },
    errors: {
      [atS3]: 'not_one_schema_valid',
      [`${atS3}.settings.account`]: 'type',
      [`${atS3}.settings.container`]: 'required',
      [`${atS3}.settings.key`]: 'required',
    },
  },
  {
    note: 'the chosen branch of http: a verb',
    document: { attachments: { [s3Id]: http({ verb: 'DELETE' }) } },
    errors: { [atS3]: 'not_one_schema_valid', [`${atS3}.settings.verb`]: 'enum' },
  },
  {
    note: 'a URL that the system does not allow',
    document: { attachments: { [s3Id]: http({ url: 'http://localhost/x' }) } },
    errors: { [atS3]: 'not_one_schema_valid', [`${atS3}.settings.url`]: 'error' },
  },
  {
    note: 'a URL of another scheme',
    document: { attachments: { [s3Id]: http({ url: 'ftp://files.example.net' }) } },
    errors: { [atS3]: 'not_one_schema_valid', [`${atS3}.settings.url`]: 'error' },
  },
  ...['dropbox', 'onedrive', 'google_drive', 'google_storage'].map((handler) => ({
    note: `an OAuth document of ${handler} that is not there`,
    document: oauth(handler, { oauth_doc_id: 'gone' }),
    errors: { [atS3]: 'not_one_schema_valid', [`${atS3}.settings.oauth_doc_id`]: 'error' },
  })),
  {
    note: 'an OAuth document that was soft-deleted',
    document: oauth('dropbox', { oauth_doc_id: 'dropbox-deleted' }),
    errors: { [atS3]: 'not_one_schema_valid', [`${atS3}.settings.oauth_doc_id`]: 'error' },
  },
  {
    note: 'both kinds of OAuth document for google_storage',
    document: oauth('google_storage', { oauth_doc_id: 'dropbox-known', oauth_app_id: 'app' }),
    errors: { [atS3]: 'not_one_schema_valid', [`${atS3}.settings`]: 'not_one_schema_valid' },
  },
  {
    note: 'an empty field of a field list',
    document: { attachments: { [s3Id]: s3({ field_list: [{}] }) } },
    errors: { [`${atS3}.settings.field_list.0`]: 'not_one_schema_valid' },
  },
  {
    note: 'a connection without its host',
    document: { connections: { [couchId]: { driver: 'kazoo_couch', settings: { port: 1 } } } },
    errors: {
      [`connections.${couchId}`]: 'not_one_schema_valid',
      [`connections.${couchId}.settings.ip`]: 'required',
    },
  },
  {
    note: 'a plan of another class',
    document: { plan: { yodb: {} } },
    errors: { 'plan.yodb': 'additionalProperties' },
  },
  {
    note: 'an unknown key of a class',
    document: { plan: { modb: { handler: s3Id } } },
    errors: { 'plan.modb.handler': 'additionalProperties' },
  },
  {
    note: 'a back-end that no layer defines',
    document: { attachments: { [s3Id]: s3() }, plan: voicemailTo(httpId) },
    errors: { 'plan.modb.types.mailbox_message.attachments.handler': 'error' },
  },
  {
    note: 'a connection that no layer defines, of a class',
    document: { plan: { account: { connection: couchId } } },
    errors: { 'plan.account.connection': 'error' },
  },
  {
    note: 'everything that is wrong at once',
    document: { attachments: { [s3Id]: s3({ bucket: 'short' }) }, plan: { modb: { connection: 'x' }, yodb: {} } },
    errors: {
      [atS3]: 'not_one_schema_valid',
      [`${atS3}.settings.bucket`]: 'minLength',
      'plan.modb.connection': 'error',
      'plan.yodb': 'additionalProperties',
    },
  },
]

const accepted: { note: string; document: JsonObject }[] = [
  { note: 'an OAuth document that exists', document: oauth('dropbox', { oauth_doc_id: 'dropbox-known' }) },
  { note: 'an OAuth application', document: oauth('google_storage', { oauth_app_id: 'app', bucket: 'b' }) },
  {
    note: 'every kind of field',
    document: {
      attachments: {
        [s3Id]: s3({
          field_list: [{ arg: 'db' }, { const: '-' }, { field: 'x' }, { group: [{ group: [{ arg: 'id' }] }] }],
        }),
      },
    },
  },
  { note: 'the local connection', document: { plan: { modb: { types: { fax: { connection: 'local' } } } } } },
  {
    note: 'a connection of its own',
    document: { connections: { [couchId]: couchdb() }, plan: { modb: { connection: couchId } } },
  },
]

describe('validation of storage documents', () => {
  let app: TestApp
  let client: Client

  beforeAll(async () => {
    app = await startApp({ savesUntested: true })
    client = app.as('account-admin')
    await app.store.create('system_auth')
    const oauthDocument = { fields: {}, private: { type: 'user', account_id: acme } }
    for (const id of ['dropbox-known', 'app']) await app.store.database('system_auth').put({ id, ...oauthDocument })
    await app.store
      .database('system_auth')
      .put({ id: 'dropbox-deleted', fields: {}, private: { type: 'user', deleted: true } })
  })
  afterAll(() => app.stop())

  const stored = () => app.store.database('system_data').get(acme)

  for (const { note, document, errors } of refused) {
    it(`refuses ${note}`, async () => {
      const reply = await client.put(acmeStorage, document)
      expect(reply.status).toBe(400)
      expect(reply.body).toMatchObject({ error: '400', message: 'validation error', status: 'error' })
      const keywords = Object.entries(reply.body.data ?? {}).map(([path, keyword]) => [path, Object.keys(keyword)[0]])
      expect(Object.fromEntries(keywords)).toEqual(errors)
      expect(await stored()).toBeUndefined()
    })
  }

  for (const { note, document } of accepted) {
    it(`takes ${note}`, async () => {
      const reply = await client.put(acmeStorage, document)
      expect(reply.body.data).toEqual({ ...document, id: acme })
      await client.delete(acmeStorage)
    })
  }

  it("a refused reference has KAZOO's shape", async () => {
    const reply = await client.put(acmeStorage, { plan: { modb: { attachments: { handler: 'abc' } } } })
    expect(reply.body.data).toEqual({
      'plan.modb.attachments.handler': { error: { message: expect.stringContaining("'abc'"), value: 'abc' } },
    })
  })

  it('numbers and booleans that came as texts are stored as what they are', async () => {
    const reply = await client.put(acmeStorage, {
      plan: { modb: { types: { fax: { attachments: { stub: 'true' } } } } },
    })
    expect(reply.body.data).toMatchObject({ plan: { modb: { types: { fax: { attachments: { stub: true } } } } } })
    await client.delete(acmeStorage)
  })

  it('a blacklist that the store has replaces the built-in one', async () => {
    const own = { default: { client: { blacklist: { hosts: ['rec.example.net'] } } } }
    const revision = await app.store.database('system_config').put({ id: 'kazoo_web', fields: own, private: {} })
    const named = await client.put(acmeStorage, { attachments: { [httpId]: http() } })
    expect(Object.keys(named.body.data ?? {})).toContain(`attachments.${httpId}.settings.url`)
    const local = await client.put(acmeStorage, { attachments: { [httpId]: http({ url: 'http://localhost/x' }) } })
    expect(local.status).toBe(201)
    await client.delete(acmeStorage)
    await app.store.database('system_config').remove('kazoo_web', revision)
  })

  describe('addresses that can be read in different ways', () => {
    const bent = 'https:\\\\rec.example.net/in'
    const hidden = 's3.\u200bexample.net'
    const overRule = (params: JsonObject): JsonObject => ({
      plan: { modb: { types: { fax: { attachments: { params } } }, attachments: { params } } },
    })

    for (const { note, document, path } of [
      {
        note: 'of an HTTP back-end',
        document: { attachments: { [httpId]: http({ url: bent }) } },
        path: `attachments.${httpId}.settings.url`,
      },
      {
        note: 'of an S3 server',
        document: { attachments: { [s3Id]: s3({ host: hidden }) } },
        path: `${atS3}.settings.host`,
      },
      {
        note: 'of a connection',
        document: { connections: { [couchId]: couchdb({ ip: '192.0.2.7 ' }) } },
        path: `connections.${couchId}.settings.ip`,
      },
      { note: 'in a rule', document: overRule({ url: bent }), path: 'plan.modb.attachments.params.url' },
      {
        note: 'in a rule for a type',
        document: overRule({ host: hidden }),
        path: 'plan.modb.types.fax.attachments.params.host',
      },
    ]) {
      it(`${note}: a new one is refused at its place, in words, wherever a document is written`, async () => {
        const root = app.as('superduper')
        const user = `/v2/accounts/${acme}/users/${USERS['account-user'].id}/storage`
        for (const target of [acmeStorage, user, '/v2/storage', '/v2/storage/plans']) {
          const reply = await root.put(target, document)
          expect(reply.status).toBe(400)
          expect(reply.body.data).toHaveProperty([path, 'error', 'message'], expect.stringMatching(/^[A-Z].* .*\.$/))
        }
        await client.put(acmeStorage, {})
        expect((await client.post(acmeStorage, document)).status).toBe(400)
        expect((await client.patch(acmeStorage, document)).status).toBe(400)
        expect((await stored())?.fields).toEqual({})
        await client.delete(acmeStorage)
      })

      it(`${note}: one that is stored is read, stays beside other changes, and is removed`, async () => {
        const hiddenFields = { type: 'storage', account_id: acme }
        await app.store.database('system_data').put({ id: acme, fields: document, private: hiddenFields })
        expect((await client.get(acmeStorage)).body.data).toEqual({ ...document, id: acme })
        expect((await client.patch(acmeStorage, { note: 'changed' })).status).toBe(200)
        expect((await client.patch(acmeStorage, { attachments: null, connections: null, plan: null })).status).toBe(200)
        expect((await stored())?.fields).toEqual({ note: 'changed' })
        await client.delete(acmeStorage)
      })
    }
  })

  describe('what a plan may name', () => {
    const user = `/v2/accounts/${acme}/users/${USERS['account-user'].id}/storage`
    const systemId = 'a5'.repeat(16)
    const planBackEnd = 'b6'.repeat(16)

    beforeAll(async () => {
      const root = app.as('superduper')
      await root.put('/v2/storage', { attachments: { [systemId]: s3() } })
      const plan = await root.put('/v2/storage/plans', { name: 'Gold', attachments: { [planBackEnd]: s3() } })
      const planId = String((plan.body.data as JsonObject).id)
      await root.put(`/console/accounts/${acme}/storage_plan`, { plan_id: planId })
      await root.delete(acmeStorage)
    })

    async function statusOf(path: string, document: JsonObject): Promise<number> {
      const { status } = await app.as('superduper').put(path, document)
      await app.as('superduper').delete(path)
      return status
    }

    it("an account: what the system and the account's plan define", async () => {
      expect(await statusOf(acmeStorage, { plan: voicemailTo(systemId) })).toBe(201)
      expect(await statusOf(acmeStorage, { plan: voicemailTo(planBackEnd) })).toBe(201)
      expect(await statusOf(acmeStorage, { plan: voicemailTo(s3Id) })).toBe(400)
    })

    it('an account without that plan: not what the plan defines', async () => {
      const moved = `/v2/accounts/${ACCOUNTS.moved.id}/storage`
      expect(await statusOf(moved, { plan: voicemailTo(systemId) })).toBe(201)
      expect(await statusOf(moved, { plan: voicemailTo(planBackEnd) })).toBe(400)
    })

    it('a user: what the account defines too, and the plan only beside a document of the account', async () => {
      expect(await statusOf(user, { plan: voicemailTo(planBackEnd) })).toBe(400)
      await client.put(acmeStorage, { attachments: { [s3Id]: s3() } })
      expect(await statusOf(user, { plan: voicemailTo(systemId) })).toBe(201)
      expect(await statusOf(user, { plan: voicemailTo(planBackEnd) })).toBe(201)
      expect(await statusOf(user, { plan: voicemailTo(s3Id) })).toBe(201)
      expect(await statusOf(user, { plan: voicemailTo(httpId) })).toBe(400)
      await client.delete(acmeStorage)
    })

    it('a plan: what the system defines', async () => {
      const root = app.as('superduper')
      const plans = `/v2/accounts/${ACCOUNTS.reseller.id}/storage/plans`
      for (const path of ['/v2/storage/plans', plans]) {
        expect((await root.put(path, { plan: voicemailTo(systemId) })).status).toBe(201)
        expect((await root.put(path, { plan: voicemailTo(planBackEnd) })).status).toBe(400)
      }
    })

    it('the system: what it defines itself', async () => {
      expect((await app.as('superduper').patch('/v2/storage', { plan: voicemailTo(systemId) })).status).toBe(200)
      expect((await app.as('superduper').patch('/v2/storage', { plan: voicemailTo(planBackEnd) })).status).toBe(400)
    })
  })

  describe('validate_settings', () => {
    beforeAll(async () => {
      await app.stop()
      app = await startApp()
      client = app.as('account-admin')
    })
    const forbidden = { validate_settings: { forbidden: { message: expect.any(String) } } }
    const system = '/v2/system_configs/system_data'
    const json = { headers: { 'content-type': 'application/json' } }

    it('false is forbidden unless the system allows it, wherever it is said', async () => {
      for (const send of [
        () => client.put(`${acmeStorage}?validate_settings=false`, {}),
        () => client.put(acmeStorage, { validate_settings: false }),
        () => client.send('PUT', acmeStorage, JSON.stringify({ data: {}, validate_settings: 'false' }), json),
      ]) {
        const reply = await send()
        expect(reply.status).toBe(400)
        expect(reply.body.data).toEqual(forbidden)
        expect(await stored()).toBeUndefined()
      }
    })

    it('holds for every write of system, account and user, and for no plan', async () => {
      const root = app.as('superduper')
      const skip = '?validate_settings=false'
      await client.put(acmeStorage, {})
      await root.put('/v2/storage', {})
      expect((await client.post(acmeStorage + skip, {})).body.data).toEqual(forbidden)
      expect((await client.patch(acmeStorage + skip, {})).body.data).toEqual(forbidden)
      expect((await root.patch(`/v2/storage${skip}`, {})).body.data).toEqual(forbidden)
      const user = `/v2/accounts/${acme}/users/${USERS['account-user'].id}/storage`
      expect((await root.put(user + skip, {})).body.data).toEqual(forbidden)
      expect((await root.put(`/v2/storage/plans${skip}`, {})).status).toBe(201)
      await client.delete(acmeStorage)
    })

    it('comes after validation: what is wrong with the document is said first', async () => {
      const reply = await client.put(`${acmeStorage}?validate_settings=false`, { plan: { yodb: {} } })
      expect(Object.keys(reply.body.data ?? {})).toEqual(['plan.yodb'])
    })

    it('false is taken where the system allows it', async () => {
      await app.as('superduper').patch(system, { default: { allow_validation_overrides: true } })
      expect((await client.put(`${acmeStorage}?validate_settings=false`, {})).status).toBe(201)
      await client.delete(acmeStorage)
      await app.as('superduper').patch(system, { default: { allow_validation_overrides: false } })
      expect((await client.put(`${acmeStorage}?validate_settings=false`, {})).status).toBe(400)
    })
  })
})
