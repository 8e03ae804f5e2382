import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountKey, type Caller, USERS } from '../_accounts.ts'
import { ACCOUNTS, startApp, type TestApp } from '../_app.ts'
import { s3Document } from './_documents.ts'

const storageOf = (key: AccountKey) => `/v2/accounts/${ACCOUNTS[key].id}/storage`
const userStorageOf = (caller: Caller) =>
  `/v2/accounts/${ACCOUNTS[USERS[caller].account].id}/users/${USERS[caller].id}/storage`
const planId = 'ab'.repeat(16)

const cells: { note: string; path: string; methods?: string[]; allowed: Caller[] }[] = [
  { note: "the system's document", path: '/v2/storage', allowed: ['superduper'] },
  { note: "the system's plans", path: '/v2/storage/plans', methods: ['GET', 'PUT'], allowed: ['superduper'] },
  {
    note: "one of the system's plans",
    path: `/v2/storage/plans/${planId}`,
    methods: ['GET', 'POST', 'PATCH', 'DELETE'],
    allowed: ['superduper'],
  },
  {
    note: 'the document of an account: its admins and those of its reseller',
    path: storageOf('acme'),
    allowed: ['superduper', 'reseller-admin', 'account-admin'],
  },
  {
    note: 'the document of an account: an ancestor that is not its reseller has no part in it',
    path: storageOf('branch'),
    allowed: ['superduper', 'reseller-admin', 'branch-admin'],
  },
  {
    note: 'the document of an account: a reseller that is not above it',
    path: storageOf('moved'),
    allowed: ['superduper', 'reseller-admin', 'moved-admin'],
  },
  {
    note: 'the document of the reseller itself',
    path: storageOf('reseller'),
    allowed: ['superduper', 'reseller-admin'],
  },
  {
    note: 'the document of a user: the user too',
    path: userStorageOf('account-user'),
    allowed: ['superduper', 'reseller-admin', 'account-admin', 'account-user'],
  },
  {
    note: 'the document of an admin: not other users',
    path: userStorageOf('account-admin'),
    allowed: ['superduper', 'reseller-admin', 'account-admin'],
  },
  {
    note: "a reseller's plans",
    path: `${storageOf('reseller')}/plans`,
    methods: ['GET', 'PUT'],
    allowed: ['superduper', 'reseller-admin'],
  },
  {
    note: "one of a reseller's plans",
    path: `${storageOf('reseller')}/plans/${planId}`,
    methods: ['GET', 'POST', 'PATCH', 'DELETE'],
    allowed: ['superduper', 'reseller-admin'],
  },
  {
    note: "a reseller's plans: not other accounts below it",
    path: `${storageOf('master')}/plans`,
    methods: ['GET', 'PUT'],
    allowed: ['superduper'],
  },
  {
    note: 'plans of an account that is no reseller',
    path: `${storageOf('acme')}/plans`,
    methods: ['GET', 'PUT'],
    allowed: ['superduper'],
  },
  {
    note: 'what an account inherits',
    path: `/console/accounts/${ACCOUNTS.acme.id}/storage/inherited`,
    methods: ['GET'],
    allowed: ['superduper', 'reseller-admin', 'account-admin'],
  },
  {
    note: 'what a user inherits: the user too',
    path: userStorageOf('account-user').replace('/v2', '/console').concat('/inherited'),
    methods: ['GET'],
    allowed: ['superduper', 'reseller-admin', 'account-admin', 'account-user'],
  },
  {
    note: 'what an admin inherits: not other users',
    path: userStorageOf('account-admin').replace('/v2', '/console').concat('/inherited'),
    methods: ['GET'],
    allowed: ['superduper', 'reseller-admin', 'account-admin'],
  },
  {
    note: 'which plan an account follows',
    path: `/console/accounts/${ACCOUNTS.acme.id}/storage_plan`,
    methods: ['GET'],
    allowed: ['superduper', 'reseller-admin', 'account-admin'],
  },
  {
    note: "whom the system's document touches",
    path: '/console/storage/accounts',
    methods: ['GET'],
    allowed: ['superduper'],
  },
  {
    note: "whom one of the system's plans touches",
    path: `/console/storage/plans/${planId}/accounts`,
    methods: ['GET'],
    allowed: ['superduper'],
  },
  {
    note: "whom one of a reseller's plans touches",
    path: `/console/accounts/${ACCOUNTS.reseller.id}/storage/plans/${planId}/accounts`,
    methods: ['GET'],
    allowed: ['superduper', 'reseller-admin'],
  },
]

describe('who may use storage', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp({ savesUntested: true })
  })
  afterAll(() => app.stop())

  for (const { note, path, methods = ['PUT', 'GET', 'POST', 'PATCH', 'DELETE'], allowed } of cells) {
    describe(note, () => {
      for (const caller of Object.keys(USERS) as Caller[]) {
        const isAllowed = allowed.includes(caller)
        it(`${caller} ${isAllowed ? 'may' : 'may not'}`, async () => {
          for (const method of methods) {
            const body = method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify({ data: s3Document })
            const reply = await app
              .as(caller)
              .send(method, path, body, { headers: { 'content-type': 'application/json' } })
            const answers = isAllowed ? [200, 201, 404, 409] : [403]
            expect(answers, method).toContain(reply.status)
          }
        })
      }

      it('nobody may without a token', async () => {
        for (const method of methods) expect((await app.anyone.send(method, path)).status).toBe(401)
      })
    })
  }
})
