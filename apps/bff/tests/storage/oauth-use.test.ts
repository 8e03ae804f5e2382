import type { JsonObject } from '@strata/json'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type AccountKey, type Caller, type Reply, startApp, type TestApp, USERS } from '../_app.ts'

const backEnd = 'e1'.repeat(16)
const storageOf = (key: AccountKey) => `/v2/accounts/${ACCOUNTS[key].id}/storage`
const userStorage = `/v2/accounts/${ACCOUNTS.acme.id}/users/${USERS['account-user'].id}/storage`
const resellerPlans = `${storageOf('reseller')}/plans`
const setting = `attachments.${backEnd}.settings.oauth_doc_id`

const dropbox = (oauth_doc_id: string, more: JsonObject = {}): JsonObject => ({
  attachments: { [backEnd]: { handler: 'dropbox', settings: { oauth_doc_id }, ...more } },
})

interface Row {
  readonly note: string
  readonly caller: Caller
  readonly path: string
  readonly allowed: readonly string[]
}

const ids = ['of-acme', 'of-reseller', 'of-master', 'of-stranger', 'of-branch', 'of-nobody']

const rows: Row[] = [
  {
    note: 'an account: its own, those of its reseller and of accounts above it',
    caller: 'account-admin',
    path: storageOf('acme'),
    allowed: ['of-acme', 'of-reseller', 'of-master'],
  },
  {
    note: 'a user: those of the account',
    caller: 'account-user',
    path: userStorage,
    allowed: ['of-acme', 'of-reseller', 'of-master'],
  },
  {
    note: 'an account whose reseller is not above it: those of its reseller too',
    caller: 'moved-admin',
    path: storageOf('moved'),
    allowed: ['of-reseller', 'of-master'],
  },
  {
    note: "a reseller, for a customer: the customer's and its own",
    caller: 'reseller-admin',
    path: storageOf('acme'),
    allowed: ['of-acme', 'of-reseller', 'of-master'],
  },
  {
    note: 'a reseller, for its plans: not those of customers',
    caller: 'reseller-admin',
    path: resellerPlans,
    allowed: ['of-reseller', 'of-master'],
  },
  { note: 'superduper admins: any', caller: 'superduper', path: storageOf('acme'), allowed: ids },
  {
    note: "superduper admins, for the system's document: any",
    caller: 'superduper',
    path: '/v2/storage',
    allowed: ids,
  },
]

describe('which OAuth documents storage may name', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp({ savesUntested: true })
    await app.store.create('system_auth')
    const owners = { 'of-nobody': undefined, ...Object.fromEntries(owned()) }
    for (const [id, account_id] of Object.entries(owners)) {
      const hidden = account_id === undefined ? {} : { account_id }
      await app.store.database('system_auth').put({ id, fields: {}, private: { type: 'user', ...hidden } })
    }
  })
  afterAll(() => app.stop())
  afterEach(async () => {
    const documents = await app.store.database('system_data').range()
    for (const { id, revision } of documents) await app.store.database('system_data').remove(id, revision)
  })

  function owned(): [string, string][] {
    return (['acme', 'reseller', 'master', 'stranger', 'branch'] as const).map((key) => [`of-${key}`, ACCOUNTS[key].id])
  }

  function expectRefused(reply: Reply, path: string, name: string): void {
    expect(reply.status, name).toBe(400)
    expect(reply.body.data).toMatchObject({ [path]: { error: { value: name } } })
  }

  for (const { note, caller, path, allowed } of rows) {
    it(note, async () => {
      for (const id of [...ids, 'gone']) {
        const reply = await app.as(caller).put(path, dropbox(id))
        if (!allowed.includes(id)) expectRefused(reply, setting, id)
        else expect(reply.status, id).toBe(201)
        if (path !== resellerPlans) await app.as('superduper').delete(path)
      }
    })
  }

  it('an unknown one and a foreign one answer alike', async () => {
    const answerTo = async (id: string) => {
      const { status, text } = await app.as('account-admin').put(storageOf('acme'), dropbox(id), {
        headers: { 'x-request-id': 'same', 'x-auth-token': app.tokenOf('account-admin') },
      })
      return [status, text.replaceAll(id, '{id}').replace(/"timestamp":"[^"]*"/, '')]
    }
    expect(await answerTo('of-stranger')).toEqual(await answerTo('gone'))
  })

  it('an application like a person', async () => {
    const settings = (id: string) => ({ bucket: 'b', oauth_app_id: id })
    const document = (id: string) => ({
      attachments: { [backEnd]: { handler: 'google_storage', settings: settings(id) } },
    })
    const admin = app.as('account-admin')
    for (const id of ['of-stranger', 'gone']) {
      const reply = await admin.put(storageOf('acme'), document(id))
      expectRefused(reply, `attachments.${backEnd}.settings.oauth_app_id`, id)
    }
    expect((await admin.put(storageOf('acme'), document('of-master'))).status).toBe(201)
  })

  it('the parameters of a rule like the settings of a back-end', async () => {
    const rule = (id: string) => ({ attachments: { handler: backEnd, params: { oauth_doc_id: id } } })
    for (const [path, plan] of [
      ['plan.modb.attachments.params.oauth_doc_id', { modb: rule('of-stranger') }],
      ['plan.modb.types.fax.attachments.params.oauth_doc_id', { modb: { types: { fax: rule('of-stranger') } } }],
    ] as const) {
      const reply = await app.as('account-admin').put(storageOf('acme'), { ...dropbox('of-acme'), plan })
      expectRefused(reply, path, 'of-stranger')
    }
  })

  describe('that somebody who might has stored', () => {
    const path = storageOf('acme')
    const copy = { handler: 'dropbox', settings: { oauth_doc_id: 'of-stranger' } }
    const foreign = {
      ...dropbox('of-stranger', { _sig: 'note' }),
      plan: { modb: { types: { fax: { attachments: { handler: backEnd, params: { oauth_doc_id: 'of-branch' } } } } } },
    }

    it('stays while something else is changed', async () => {
      await app.as('superduper').put(path, foreign)
      const admin = app.as('account-admin')
      expect((await admin.patch(path, { note: 'unrelated' })).status).toBe(200)
      expect((await admin.post(path, { ...foreign, note: 'again' })).status).toBe(200)
    })

    it('is given up or kept, not put to another use', async () => {
      await app.as('superduper').put(path, foreign)
      const admin = app.as('account-admin')
      const moved = await admin.patch(path, { attachments: { [backEnd]: { settings: { folder_path: 'x' } } } })
      expectRefused(moved, setting, 'of-stranger')
      const copied = await admin.patch(path, {
        attachments: { ['e2'.repeat(16)]: copy },
      })
      expect(copied.status).toBe(400)
      expect(
        (await admin.patch(path, { attachments: { [backEnd]: { settings: { oauth_doc_id: 'of-acme' } } } })).status,
      ).toBe(200)
    })

    it('is not tested by who may not use it, stored or not', async () => {
      await app.as('superduper').put(path, foreign)
      const ask = { attachment: backEnd, draft: foreign }
      for (const [caller, status] of [
        ['account-admin', 400],
        ['reseller-admin', 400],
        ['superduper', 200],
      ] as const) {
        const headers = { origin: app.url, 'x-auth-token': app.tokenOf(caller) }
        const reply = await app.anyone.post(path.replace('/v2/', '/console/').concat('/test'), ask, { headers })
        expect(reply.status, caller).toBe(status)
        if (status === 400) expectRefused(reply, setting, 'of-stranger')
      }
    })
  })
})
