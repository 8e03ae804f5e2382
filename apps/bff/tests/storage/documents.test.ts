import { isJsonObject, type JsonObject } from '@strata/json'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Client, STORES, startApp, type TestApp, USERS } from '../_app.ts'
import { acme, acmeStorage, couchdb, couchId, http, httpId, s3, s3Document, s3Id, voicemailTo } from './_documents.ts'

describe.each(STORES)('storage documents on $kind', ({ start }) => {
  let app: TestApp
  let client: Client
  beforeAll(async () => {
    app = await startApp({ start, savesUntested: true })
    client = app.as('account-admin')
  })
  afterEach(async () => {
    for (const path of ['/v2/storage', acmeStorage]) await app.as('superduper').delete(path)
  })
  afterAll(() => app.stop())

  const stored = (id: string) => app.store.database('system_data').get(id)

  /** Changes a stored document behind the server's back, as KAZOO does. */
  async function edit(id: string, change: { fields?: JsonObject; private?: JsonObject }): Promise<void> {
    const document = await stored(id)
    if (document === undefined) throw new Error(`${id} is not stored`)
    await app.store.database('system_data').put({
      ...document,
      fields: { ...document.fields, ...change.fields },
      private: { ...document.private, ...change.private },
    })
  }

  it('a plan that crashes nodes is stored as KAZOO stores it: warning of it is for the console', async () => {
    const reply = await app.as('superduper').put('/v2/storage', { plan: { aggregate: { connection: 'local' } } })
    expect([reply.status, reply.body.data]).toEqual([
      201,
      { id: 'system', plan: { aggregate: { connection: 'local' } } },
    ])
  })

  describe('where they are kept', () => {
    const user = USERS['account-user'].id
    for (const { note, path, id, account } of [
      {
        note: "the system's is called system and has no account",
        path: '/v2/storage',
        id: 'system',
        account: undefined,
      },
      { note: "an account's has the account's id", path: acmeStorage, id: acme, account: acme },
      {
        note: "a user's has the user's id",
        path: `/v2/accounts/${acme}/users/${user}/storage`,
        id: user,
        account: acme,
      },
    ]) {
      it(note, async () => {
        const created = await app.as('superduper').put(path, s3Document)
        expect(created.status).toBe(201)
        expect(created.body.data).toEqual({ ...s3Document, id })
        const document = await stored(id)
        expect(document?.fields).toEqual(s3Document)
        expect(document?.private).toEqual({
          type: 'storage',
          vsn: '1',
          ...(account === undefined ? {} : { account_id: account }),
          account_db: 'system_data',
          created: expect.any(Number),
          modified: expect.any(Number),
          request_id: created.body.request_id,
          is_authenticated: true,
          auth_account_id: expect.any(String),
          auth_user_id: USERS.superduper.id,
        })
        expect((await app.as('superduper').get(path)).body.data).toEqual({ ...s3Document, id })
        expect((await app.as('superduper').delete(path)).status).toBe(200)
        expect(await stored(id)).toBeUndefined()
      })
    }

    it('a user of another account has no place in this one', async () => {
      const stranger = `/v2/accounts/${acme}/users/${USERS['stranger-admin'].id}/storage`
      for (const method of ['GET', 'PUT', 'POST', 'PATCH', 'DELETE']) {
        const reply = await client.send(method, stranger)
        expect(reply.status, method).toBe(404)
        expect(reply.body).toMatchObject({
          message: 'bad_identifier',
          data: { message: 'bad identifier', cause: USERS['stranger-admin'].id },
        })
      }
    })
  })

  describe('reading', () => {
    it('one that is not there is 404 bad_identifier', async () => {
      const reply = await client.get(acmeStorage)
      expect(reply.status).toBe(404)
      expect(reply.masked).toEqual({
        data: { message: 'bad identifier', cause: acme },
        error: '404',
        message: 'bad_identifier',
        status: 'error',
        request_id: '{request_id}',
        node: '{node}',
        timestamp: '{timestamp}',
        version: '{version}',
        auth_token: '{auth_token}',
      })
    })

    for (const { note, change } of [
      { note: 'of another type', change: { private: { type: 'storage_plan' } } },
      { note: 'that somebody soft-deleted', change: { private: { deleted: true } } },
      { note: 'of another account', change: { private: { account_id: 'e'.repeat(32) } } },
    ]) {
      it(`one ${note} is 404, whatever is asked of it`, async () => {
        await client.put(acmeStorage, s3Document)
        await edit(acme, change)
        for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
          expect((await client.send(method, acmeStorage)).status, method).toBe(404)
        }
        await edit(acme, { private: { type: 'storage', deleted: false, account_id: acme } })
      })
    }

    it('the entity tag is the revision, and spares reading again', async () => {
      const { body, headers } = await client.put(acmeStorage, s3Document)
      const tag = `"${body.revision}"`
      expect(headers.get('etag')).toBe(tag)
      expect((await client.get(acmeStorage, { headers: { 'if-none-match': tag } })).status).toBe(304)
      expect((await client.get(acmeStorage, { headers: { 'if-none-match': '"1-other"' } })).status).toBe(200)
    })
  })

  describe('creating', () => {
    it('where one exists is 409, and changes nothing', async () => {
      await client.put(acmeStorage, s3Document)
      const reply = await client.put(acmeStorage, { attachments: { [httpId]: http() } })
      expect(reply.status).toBe(409)
      expect(reply.body).toMatchObject({ message: 'datastore_conflict', data: { message: 'conflicting documents' } })
      expect((await client.get(acmeStorage)).body.data).toEqual({ ...s3Document, id: acme })
    })

    it('an empty body makes an empty document', async () => {
      expect((await client.put(acmeStorage)).body.data).toEqual({ id: acme })
    })

    it('does not match any entity tag', async () => {
      const reply = await client.put(acmeStorage, s3Document, { headers: { 'if-match': '*' } })
      expect(reply.status).toBe(412)
      expect(await stored(acme)).toBeUndefined()
    })

    it('private keys and the id of the body are not stored', async () => {
      const reply = await client.put(acmeStorage, {
        ...s3Document,
        id: 'x',
        pvt_type: 'x',
        _rev: '1-x',
        _attachments: {},
      })
      expect(reply.status).toBe(201)
      const document = await stored(acme)
      expect(document?.fields).toEqual(s3Document)
      expect(document?.private.type).toBe('storage')
    })

    it('keys that no schema knows are stored as sent', async () => {
      const document = {
        ...s3Document,
        note: { kept: [1, null, ''] },
        attachments: { [s3Id]: s3({ upload_timeout: 5 }) },
      }
      expect((await client.put(acmeStorage, document)).body.data).toEqual({ ...document, id: acme })
    })
  })

  describe('changing', () => {
    it('POST replaces the public fields and keeps the private ones', async () => {
      const created = await client.put(acmeStorage, { ...s3Document, note: 'goes' })
      await edit(acme, { private: { by_somebody_else: 1 } })
      const before = await stored(acme)
      const reply = await client.post(acmeStorage, { attachments: { [httpId]: http() } })
      expect(reply.status).toBe(200)
      expect(reply.body.revision).not.toBe(created.body.revision)
      const after = await stored(acme)
      expect(Object.keys(after?.fields ?? {})).toEqual(['attachments'])
      expect(after?.private).toMatchObject({ by_somebody_else: 1, created: before?.private.created, type: 'storage' })
    })

    it('POST and PATCH do not create', async () => {
      expect((await client.post(acmeStorage, s3Document)).status).toBe(404)
      expect((await client.patch(acmeStorage, s3Document)).status).toBe(404)
      expect((await client.delete(acmeStorage)).status).toBe(404)
    })

    for (const { note, patch, expected } of [
      {
        note: 'objects merge',
        patch: { attachments: { [httpId]: http({ verb: 'put' }) } },
        expected: {
          attachments: { [s3Id]: s3(), [httpId]: http({ verb: 'put', base64_encode_data: false }) },
          plan: voicemailTo(s3Id),
        },
      },
      { note: 'null removes', patch: { plan: null }, expected: { attachments: { [s3Id]: s3() } } },
      { note: '{} replaces', patch: { plan: {} }, expected: { attachments: { [s3Id]: s3() }, plan: {} } },
      {
        note: 'scalars replace',
        patch: { attachments: { [s3Id]: { name: 'New' } } },
        expected: { attachments: { [s3Id]: { ...s3(), name: 'New' } }, plan: voicemailTo(s3Id) },
      },
    ]) {
      it(`PATCH: ${note}`, async () => {
        await client.put(acmeStorage, s3Document)
        const reply = await client.patch(acmeStorage, patch)
        expect(reply.status).toBe(200)
        expect(reply.body.data).toEqual({ ...expected, id: acme })
        expect((await stored(acme))?.fields).toEqual(expected)
      })
    }

    it('the result of a PATCH is validated as a whole', async () => {
      await client.put(acmeStorage, s3Document)
      const reply = await client.patch(acmeStorage, { attachments: { [s3Id]: null } })
      expect(reply.status).toBe(400)
      expect(Object.keys(reply.body.data ?? {})).toEqual(['plan.modb.types.mailbox_message.attachments.handler'])
    })

    it('patches that race all count', async () => {
      await client.put(acmeStorage, {})
      const notes = Array.from({ length: 12 }, (_, index) => ({ [`n${index}`]: index }))
      const replies = await Promise.all(notes.map((note) => client.patch(acmeStorage, { notes: note })))
      expect(replies.map(({ status }) => status)).toEqual(notes.map(() => 200))
      expect((await stored(acme))?.fields).toEqual({ notes: Object.assign({}, ...notes) })
    })

    it('a write under If-Match is refused unless it names the stored revision', async () => {
      const { body } = await client.put(acmeStorage, s3Document)
      const stale = { headers: { 'if-match': '"1-00000000000000000000000000000000"' } }
      for (const write of [client.post, client.patch, client.delete]) {
        const reply = await write(acmeStorage, {}, stale)
        expect(reply.status).toBe(412)
      }
      expect((await stored(acme))?.revision).toBe(body.revision)
      const current = { headers: { 'if-match': `"${body.revision}"` } }
      expect((await client.patch(acmeStorage, { note: 1 }, current)).status).toBe(200)
      expect((await client.patch(acmeStorage, { note: 2 }, current)).status).toBe(412)
    })
  })

  describe('removing', () => {
    it('answers with the document as it was, marked as deleted', async () => {
      const created = await client.put(acmeStorage, s3Document)
      const reply = await client.delete(acmeStorage)
      expect(reply.status).toBe(200)
      expect(reply.body.data).toEqual({ ...s3Document, id: acme, _read_only: { deleted: true } })
      expect(reply.body.revision).toBe(created.body.revision)
      expect((await client.get(acmeStorage)).status).toBe(404)
      expect((await client.put(acmeStorage, s3Document)).status).toBe(201)
    })
  })

  describe('what KAZOO and the API document disagree on', () => {
    it('a verb is taken in any case and stored in lower case', async () => {
      const reply = await client.put(acmeStorage, { attachments: { [httpId]: http({ verb: 'PUT' }) } })
      expect(reply.status).toBe(201)
      expect((await stored(acme))?.fields).toMatchObject({ attachments: { [httpId]: { settings: { verb: 'put' } } } })
    })

    it("an absent verb becomes post under the bundled schema, and what the store's own schema says under that", async () => {
      const document = { attachments: { [httpId]: http() } }
      const bundled = await client.put(acmeStorage, document)
      expect(bundled.body.data).toMatchObject({
        attachments: { [httpId]: { settings: { verb: 'post', base64_encode_data: false } } },
      })
      const id = 'storage.attachment.http'
      const schema = await app.context.schemas.get(id)
      const fields: JsonObject = JSON.parse(JSON.stringify(schema).replace('"default":"post"', '"default":"put"'))
      await app.store.database('system_schemas').put({ id, fields, private: {} })
      const replaced = await client.post(acmeStorage, document)
      expect(replaced.body.data).toMatchObject({ attachments: { [httpId]: { settings: { verb: 'put' } } } })
    })

    it('the settings for composing a URL may stand beside the handler', async () => {
      const spelled = { ...s3(), field_list: [{ arg: 'id' }], field_separator: '-', folder_base_path: 'base' }
      const reply = await client.put(acmeStorage, { attachments: { [s3Id]: spelled } })
      expect(reply.status).toBe(201)
      expect((await stored(acme))?.fields).toEqual({ attachments: { [s3Id]: spelled } })
    })

    it('a password may be a text or a number, and stays what it is', async () => {
      for (const password of ['invented-text', 4711]) {
        const document = { connections: { [couchId]: couchdb({ credentials: { username: 'u', password } }) } }
        expect((await client.put(acmeStorage, document)).body.data).toEqual({ ...document, id: acme })
        await client.delete(acmeStorage)
      }
    })

    it('classes and types beyond the document: aggregate, function, names, multipart', async () => {
      const document = {
        attachments: { [httpId]: http({ verb: 'put', send_multipart: true, base64_encode_data: true }) },
        plan: {
          aggregate: { connection: 'local', database: { names: ['faxes'], create_options: { q: 4 } } },
          account: {
            types: { function: { attachments: { handler: httpId, stub: true } }, my_own: { connection: 'local' } },
          },
        },
      }
      expect((await client.put(acmeStorage, document)).body.data).toEqual({ ...document, id: acme })
    })
  })

  describe('signatures', () => {
    const signed = (name: string) => ({ attachments: { [s3Id]: { ...s3(), name, _sig: 'kazoo-signed' } } })

    it("KAZOO's stay on entries that nobody changed, a client's are ignored", async () => {
      await client.put(acmeStorage, { attachments: { [s3Id]: { ...s3(), _sig: 'forged' } } })
      expect((await stored(acme))?.fields).toEqual({ attachments: { [s3Id]: s3() } })
      await edit(acme, { fields: signed('S3 Storage') })

      const read = (await client.get(acmeStorage)).body.data
      expect(read).toEqual({ ...signed('S3 Storage'), id: acme })
      if (!isJsonObject(read)) throw new Error('no document')
      await client.post(acmeStorage, read)
      expect((await stored(acme))?.fields).toEqual(signed('S3 Storage'))
      await client.patch(acmeStorage, { attachments: { [s3Id]: { _sig: 'forged' } } })
      expect((await stored(acme))?.fields).toEqual(signed('S3 Storage'))
      await client.patch(acmeStorage, { attachments: { [s3Id]: { name: 'Other' } } })
      expect((await stored(acme))?.fields).toEqual({ attachments: { [s3Id]: { ...s3(), name: 'Other' } } })
    })
  })
})
