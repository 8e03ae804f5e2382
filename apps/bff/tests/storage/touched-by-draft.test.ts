import type { AccountsTouchedByDraft } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountKey, USERS } from '../_accounts.ts'
import { ACCOUNTS, type Client, type Reply, STORES, startApp, type TestApp } from '../_app.ts'
import { browserOf, couchdb, couchId, httpId, s3, s3Id, voicemailTo } from './_documents.ts'

const plan = 'ab'.repeat(16)
const otherPlan = 'cd'.repeat(16)
const user = USERS['account-user'].id
const system = '/console/storage/accounts'
const ofPlan = (id: string) => `/console/storage/plans/${id}/accounts`
const ofReseller = (id: string) => `/console/accounts/${ACCOUNTS.reseller.id}/storage/plans/${id}/accounts`

const both: JsonObject = { attachments: { [s3Id]: s3(), [httpId]: s3() }, connections: { [couchId]: couchdb() } }
const without: JsonObject = { attachments: { [httpId]: s3() }, connections: { [couchId]: couchdb() } }
const voicemail = 'plan.modb.types.mailbox_message.attachments.handler'
const s3User: JsonObject = { plan: voicemailTo(s3Id) }

interface Case {
  note: string
  /** The documents of accounts, with the plan that they follow. */
  accounts: Partial<Record<AccountKey, { fields: JsonObject; follows?: string }>>
  /** The document of a user of Acme. */
  user?: JsonObject
  /** Plans of the system by their ids. */
  plans?: Record<string, JsonObject>
  system?: JsonObject
  path: string
  draft: JsonObject | null
  broken: Partial<Record<AccountKey, string[]>>
}

const follows = plan
const cases: Case[] = [
  {
    note: 'an account that names a back-end which its plan loses',
    accounts: {
      acme: { fields: { plan: voicemailTo(s3Id) }, follows },
      branch: { fields: { plan: voicemailTo(httpId) }, follows },
    },
    plans: { [plan]: both },
    path: ofPlan(plan),
    draft: without,
    broken: { acme: [voicemail] },
  },
  {
    note: 'an account that names a connection which its plan loses',
    accounts: { acme: { fields: { plan: { modb: { connection: couchId } } }, follows } },
    plans: { [plan]: both },
    path: ofPlan(plan),
    draft: { ...both, connections: {} },
    broken: { acme: ['plan.modb.connection'] },
  },
  {
    note: 'an account a user of which names it',
    accounts: { acme: { fields: {}, follows } },
    user: s3User,
    plans: { [plan]: both },
    path: ofPlan(plan),
    draft: without,
    broken: { acme: [`${voicemail} of user ${user}`] },
  },
  {
    note: 'a removal takes everything that the plan defines',
    accounts: {
      acme: { fields: { plan: voicemailTo(s3Id) }, follows },
      branch: { fields: { plan: voicemailTo(httpId) }, follows },
    },
    plans: { [plan]: both },
    path: ofPlan(plan),
    draft: null,
    broken: { branch: [voicemail], acme: [voicemail] },
  },
  {
    note: 'five places of an account at most are told',
    accounts: {
      acme: {
        fields: {
          plan: {
            modb: {
              types: Object.fromEntries(
                Array.from({ length: 7 }, (_, n) => [`t${n}`, { attachments: { handler: s3Id } }]),
              ),
            },
          },
        },
        follows,
      },
    },
    plans: { [plan]: both },
    path: ofPlan(plan),
    draft: without,
    broken: { acme: Array.from({ length: 5 }, (_, n) => `plan.modb.types.t${n}.attachments.handler`) },
  },
  {
    note: 'what names something undefined already is not told',
    accounts: { acme: { fields: { plan: voicemailTo('nowhere') }, follows } },
    plans: { [plan]: both },
    path: ofPlan(plan),
    draft: without,
    broken: {},
  },
  {
    note: 'an account that defines the back-end itself does not mind',
    accounts: { acme: { fields: { attachments: { [s3Id]: s3() }, plan: voicemailTo(s3Id) }, follows } },
    plans: { [plan]: both },
    path: ofPlan(plan),
    draft: without,
    broken: {},
  },
  {
    note: 'nor does one where the system defines it',
    accounts: { acme: { fields: { plan: voicemailTo(s3Id) }, follows } },
    system: both,
    plans: { [plan]: both },
    path: ofPlan(plan),
    draft: without,
    broken: {},
  },
  {
    note: 'a plan that nobody follows breaks nobody',
    accounts: { acme: { fields: { plan: voicemailTo(s3Id) }, follows: otherPlan } },
    plans: { [plan]: both, [otherPlan]: both },
    path: ofPlan(plan),
    draft: null,
    broken: {},
  },
  {
    note: 'what the draft names wrongly itself is a matter of its own form',
    accounts: { acme: { fields: {}, follows } },
    plans: { [plan]: { ...both, plan: voicemailTo(s3Id) } },
    path: ofPlan(plan),
    draft: { ...without, plan: voicemailTo(s3Id) },
    broken: {},
  },
  {
    note: "the system's document breaks accounts, and those whose plan names what it loses",
    accounts: {
      acme: { fields: { plan: voicemailTo(s3Id) } },
      branch: { fields: {}, follows },
      stranger: { fields: { plan: voicemailTo(httpId) } },
    },
    system: both,
    plans: { [plan]: { plan: voicemailTo(s3Id) } },
    path: system,
    draft: without,
    broken: { branch: [`${voicemail} of plan ${plan}`], acme: [voicemail] },
  },
  {
    note: "of an account without a document, the system's loss breaks its users'",
    accounts: {},
    user: s3User,
    system: both,
    path: system,
    draft: null,
    broken: { acme: [`${voicemail} of user ${user}`] },
  },
]

function answerIn({ body }: Reply): AccountsTouchedByDraft {
  return body.data as unknown as AccountsTouchedByDraft
}

describe.each(STORES)('what a draft of a plan or of the system breaks, on $kind', ({ start }) => {
  let app: TestApp
  let root: Client
  beforeAll(async () => {
    app = await startApp({ start, savesUntested: true })
    root = app.as('superduper')
  })
  afterAll(() => app.stop())

  async function store(id: string, fields: JsonObject | undefined, hidden: JsonObject): Promise<void> {
    const database = app.store.database('system_data')
    const before = await database.get(id)
    const deleted = fields === undefined ? { deleted: true } : {}
    await database.put({
      id,
      ...(before === undefined ? {} : { revision: before.revision }),
      fields: fields ?? {},
      private: { ...hidden, ...deleted },
    })
  }

  async function arrange({ accounts, plans = {}, ...of }: Omit<Case, 'note' | 'path' | 'draft' | 'broken'>) {
    await store('system', of.system, { type: 'storage' })
    for (const id of [plan, otherPlan]) await store(id, plans[id], { type: 'storage_plan', system_plan: true })
    for (const key of ['acme', 'branch', 'moved', 'stranger'] as const) {
      const { fields, follows } = accounts[key] ?? {}
      const followed = follows === undefined ? {} : { plan_id: follows }
      await store(ACCOUNTS[key].id, fields, { type: 'storage', account_id: ACCOUNTS[key].id, ...followed })
    }
    await store(user, of.user, { type: 'storage', account_id: ACCOUNTS.acme.id })
  }

  for (const { note, path, draft, broken, ...arranged } of cases) {
    it(note, async () => {
      await arrange(arranged)
      const reply = await root.post(path, { draft })
      expect(reply.status).toBe(200)
      const told = answerIn(reply)
      expect(Object.fromEntries(told.broken.map(({ id, paths }) => [id, paths]))).toEqual(
        Object.fromEntries(Object.entries(broken).map(([key, paths]) => [ACCOUNTS[key as AccountKey].id, paths])),
      )
      expect(told.broken_count).toBe(Object.keys(broken).length)
      const { broken: _, broken_count: __, ...touched } = told
      expect(touched).toEqual((await root.get(path)).body.data)
    })
  }

  it('a reseller is told the names of its own customers; others are counted', async () => {
    const names = { fields: { plan: voicemailTo(s3Id) }, follows: plan }
    await arrange({ accounts: { acme: names, stranger: names } })
    await store(plan, both, { type: 'storage_plan', account_id: ACCOUNTS.reseller.id })
    for (const client of [app.as('reseller-admin'), await browserOf(app, 'reseller-admin')]) {
      const told = answerIn(await client.post(ofReseller(plan), { draft: without }))
      expect(told).toMatchObject({ count: 2, broken_count: 2 })
      expect(told.broken).toEqual([{ id: ACCOUNTS.acme.id, name: ACCOUNTS.acme.name, paths: [voicemail] }])
    }
    const toOperator = answerIn(await root.post(ofReseller(plan), { draft: without }))
    expect(toOperator.broken.map(({ name }) => name)).toEqual([ACCOUNTS.acme.name, ACCOUNTS.stranger.name])
  })

  it('is told to nobody who may not ask whom it touches', async () => {
    await arrange({ accounts: {}, plans: { [plan]: both } })
    const refused = { draft: null }
    for (const path of [system, ofPlan(plan)])
      expect((await app.as('reseller-admin').post(path, refused)).status, path).toBe(403)
    expect((await app.as('account-admin').post(ofReseller(plan), refused)).status).toBe(403)
    expect((await root.post(ofReseller(plan), refused)).status).toBe(404)
    expect((await app.anyone.post(system, refused)).status).toBe(401)
  })

  it('a body without a document is refused', async () => {
    for (const data of [{}, { draft: 'text' }, { draft: [] }]) {
      const { status, body } = await root.post(system, data)
      expect(status).toBe(400)
      expect(body.data).toHaveProperty('draft.type')
    }
  })
})
