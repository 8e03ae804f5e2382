import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type Caller, startApp, type TestApp, USERS } from '../_app.ts'
import { browserOf } from '../storage/_documents.ts'
import { acme, startCluster, userId } from './_cluster.ts'

const callers = Object.keys(USERS) as Caller[]
const admins: Caller[] = ['superduper', 'reseller-admin', 'account-admin']
const routeOf = (id: string) => `/console/accounts/${id}/storage/route?class=modb&type=fax`
const mapOf = (id: string) => `/console/accounts/${id}/storage/routes?`
const adminId = USERS['account-admin'].id

type Asking = 'GET' | 'POST'
const both: Asking[] = ['GET', 'POST']

const cells: { note: string; path: string; draft?: object; methods?: Asking[]; allowed: Caller[] }[] = [
  { note: 'the route of an account: who may read its storage', path: routeOf(acme), allowed: admins },
  { note: 'its map', path: mapOf(acme), allowed: admins },
  {
    note: 'an account below: not an ancestor that is not its reseller',
    path: routeOf(ACCOUNTS.branch.id),
    allowed: ['superduper', 'reseller-admin', 'branch-admin'],
  },
  {
    note: 'an account elsewhere: its reseller',
    path: routeOf(ACCOUNTS.moved.id),
    allowed: ['superduper', 'reseller-admin', 'moved-admin'],
  },
  { note: 'the reseller itself', path: routeOf(ACCOUNTS.reseller.id), allowed: ['superduper', 'reseller-admin'] },
  { note: 'a user: the user too', path: `${routeOf(acme)}&user=${userId}`, allowed: [...admins, 'account-user'] },
  { note: "a user's map: the user too", path: `${mapOf(acme)}user=${userId}`, allowed: [...admins, 'account-user'] },
  { note: 'another user: not a user', path: `${routeOf(acme)}&user=${adminId}`, allowed: admins },
  {
    note: "a draft of the account's document: not the user, although it may ask about itself",
    path: `${routeOf(acme)}&user=${userId}`,
    draft: { draft: {}, draft_of: 'account' },
    methods: ['POST'],
    allowed: admins,
  },
  {
    note: 'any database',
    path: '/console/storage/route?database=system_media',
    methods: ['GET'],
    allowed: ['superduper'],
  },
]

describe('who may ask where things go', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startCluster()
  })
  afterAll(() => app.stop())

  const send = (caller: Caller, method: Asking, path: string, draft: object = { draft: {} }) => {
    const body = method === 'GET' ? undefined : JSON.stringify({ data: draft })
    return app.as(caller).send(method, path, body, { headers: { 'content-type': 'application/json' } })
  }

  for (const { note, path, draft, methods = both, allowed } of cells) {
    describe(note, () => {
      for (const caller of callers) {
        const isAllowed = allowed.includes(caller)
        it(`${caller} ${isAllowed ? 'may' : 'may not'}`, async () => {
          for (const method of methods) {
            expect((await send(caller, method, path, draft)).status, method).toBe(isAllowed ? 200 : 403)
          }
        })
      }

      it('nobody may without a token', async () => {
        for (const method of methods) expect((await app.anyone.send(method, path)).status).toBe(401)
      })
    })
  }

  it('a page of another site cannot ask with a draft', async () => {
    const browser = await browserOf(app, 'account-admin')
    const reply = await browser.post(routeOf(acme), { draft: {} }, { headers: { 'x-csrf-token': 'forged' } })
    expect(reply.status).toBe(403)
  })

  it('a store that must not be written answers, for drafts as well', async () => {
    const readOnly = await startApp({ readOnly: true })
    for (const method of both) {
      const body = method === 'GET' ? undefined : JSON.stringify({ data: { draft: {} } })
      const headers = { 'content-type': 'application/json' }
      expect((await readOnly.as('account-admin').send(method, routeOf(acme), body, { headers })).status).toBe(200)
    }
    await readOnly.stop()
  })
})
