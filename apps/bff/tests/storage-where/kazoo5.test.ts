import type { AccountStorageRoute, DatabaseStorageRoute, StorageRouteMap } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp, USERS } from '../_app.ts'
import { acme, acmeStorage, couchdb, couchId, s3, s3Id } from '../storage/_documents.ts'

const archiveId = 'a4'.repeat(16)
const secondId = 'c5'.repeat(16)
const goneId = 'dd'.repeat(16)
const route = (query: string) => `/console/accounts/${acme}/storage/route?${query}`
const database = `account/${acme.slice(0, 2)}/${acme.slice(2, 4)}/${acme.slice(4)}`

const entries = {
  attachments: { [s3Id]: s3(), [archiveId]: { ...s3(), name: 'Archive' } },
  connections: { [couchId]: couchdb(), [secondId]: { ...couchdb(), name: 'Third cluster' } },
}
const modb = {
  secondary_connections: [secondId],
  range: { '202301-202312': { connection: couchId, attachments: { handler: archiveId } } },
  types: { fax: { regex: { '-202406$': { connection: secondId } } } },
}
const document = { ...entries, plan: { modb } }

describe('where a plan of KAZOO 5 sends things', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp({ config: { kazooVersion: '5' }, savesUntested: true })
    const reply = await app.as('account-admin').put(acmeStorage, document)
    expect(reply.status).toBe(201)
  })
  afterAll(() => app.stop())

  async function ask<Answer = AccountStorageRoute>(
    path: string,
    caller: 'account-admin' | 'superduper' = 'account-admin',
  ) {
    const reply = await app.as(caller).get(path)
    expect(reply.status).toBe(200)
    return reply.body.data as unknown as Answer
  }

  it('with a rule for the month that is asked about nothing is decided, and all that may hold is told', async () => {
    const answer = await ask(route('class=modb&type=mailbox_message&month=202306'))
    expect(answer).toMatchObject({ connection: null, back_end: null })
    expect(answer.undecided).toEqual([
      {
        condition: { by: 'range', key: '202301-202312' },
        is_certain: true,
        connection: { id: couchId, name: 'Second cluster', by: expect.objectContaining({ layer: 'account' }) },
        back_end: { id: archiveId, name: 'Archive', by: expect.objectContaining({ level: 'class' }) },
      },
      {
        condition: null,
        is_certain: false,
        connection: expect.objectContaining({ id: 'local' }),
        back_end: null,
      },
    ])
  })

  it('in another month the plain rule is the answer', async () => {
    const answer = await ask(route('class=modb&type=mailbox_message&month=202506'))
    expect(answer.undecided).toEqual([])
    expect(answer.connection?.id.value).toBe('local')
  })

  it("a rule by name is tried on the account's own database", async () => {
    const keys = async (month: string) =>
      (await ask(route(`class=modb&type=fax&month=${month}`))).undecided.map(({ condition }) => condition?.key)
    expect(await keys('202406')).toEqual(['-202406$', undefined])
    expect(await keys('202407')).toEqual([])
  })

  it('copies are told, whoever wins', async () => {
    const { copies } = await ask(route('class=modb&type=mailbox_message&month=202506'))
    expect(copies).toEqual([{ id: secondId, name: 'Third cluster', by: expect.objectContaining({ level: 'class' }) }])
  })

  it('a month that is none is refused', async () => {
    const reply = await app.as('account-admin').get(route('class=modb&month=202413'))
    expect([reply.status, Object.keys(reply.body.data as JsonObject)]).toEqual([400, ['month']])
  })

  it('a database is asked about by its own name and month, in each spelling', async () => {
    for (const name of [`${database}-202306`, encodeURIComponent(`${database}-202306`)]) {
      const path = `/console/storage/route?database=${encodeURIComponent(name)}`
      const { undecided, connection } = await ask<DatabaseStorageRoute>(path, 'superduper')
      expect(connection).toBeNull()
      expect(undecided.map(({ is_certain }) => is_certain)).toEqual([true, false])
    }
  })

  it('the map decides nothing where rules by month or name may hold, and counts their entries as used', async () => {
    const map = await ask<StorageRouteMap>(`/console/accounts/${acme}/storage/routes`)
    const rows = map.classes.find((each) => each.class === 'modb')?.rows
    expect(rows?.find(({ type }) => type === 'fax')).toMatchObject({ connection: null, back_end: null, undecided: 3 })
    expect(map.unused.map(({ id }) => id)).toEqual([s3Id])
    expect(map.classes.find((each) => each.class === 'account')?.rows.every(({ undecided }) => undecided === 0)).toBe(
      true,
    )
  })

  it('a draft with a rule for an undefined entry says so', async () => {
    const draft = { plan: { modb: { range: { '202301-202312': { connection: goneId } } } } }
    const reply = await app.as('account-admin').post(route('class=modb&month=202306'), { draft })
    const { problems } = reply.body.data as unknown as AccountStorageRoute
    expect(problems.map(({ kind, id }) => [kind, id])).toEqual([['undefined-connection', goneId]])
  })

  for (const { note, rule, path } of [
    {
      note: 'by month',
      rule: { range: { '202301-202312': { attachments: { handler: goneId } } } },
      path: 'plan.modb.range.202301-202312.attachments.handler',
    },
    {
      note: 'by name',
      rule: { types: { fax: { regex: { 'x.y': { connection: goneId } } } } },
      path: 'plan.modb.types.fax.regex.x%2Ey.connection',
    },
    {
      note: 'among copies',
      rule: { secondary_connections: [couchId, goneId] },
      path: 'plan.modb.secondary_connections.1',
    },
  ]) {
    it(`what nothing defines is refused ${note}`, async () => {
      const reply = await app.as('account-admin').post(acmeStorage, { ...entries, plan: { modb: rule } })
      expect([reply.status, Object.keys(reply.body.data as JsonObject)]).toEqual([400, [path]])
    })
  }

  it('the class yodb may have a plan', async () => {
    const user = `/v2/accounts/${acme}/users/${USERS['account-user'].id}/storage`
    const reply = await app.as('account-admin').put(user, { plan: { yodb: { connection: couchId } } })
    expect(reply.status).toBe(201)
    const { connection } = await ask(route(`class=yodb&user=${USERS['account-user'].id}`))
    expect(connection?.id.value).toBe(couchId)
  })
})

describe('where a plan of KAZOO 4.3 sends things', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp({ savesUntested: true })
  })
  afterAll(() => app.stop())

  it('rules by month are keys that its schema refuses, or that mean nothing', async () => {
    const refused = await app.as('account-admin').put(acmeStorage, document)
    expect(refused.status).toBe(400)
    const fax = { range: { '202301-202312': { connection: goneId } }, secondary_connections: [goneId] }
    const stored = await app.as('account-admin').put(acmeStorage, { ...entries, plan: { modb: { types: { fax } } } })
    expect(stored.status).toBe(201)
    const reply = await app.as('account-admin').get(route('class=modb&type=fax&month=202306'))
    const answer = reply.body.data as unknown as AccountStorageRoute
    expect([answer.connection?.id.value, answer.undecided, answer.copies, answer.problems]).toEqual([
      'local',
      [],
      [],
      [],
    ])
  })

  it('the answer names what its nodes ignore', async () => {
    const plan = { aggregate: { connection: couchId, types: { fax: { connection: couchId } } } }
    await app.as('superduper').put('/v2/storage', { connections: entries.connections, plan })
    const reply = await app.as('superduper').get('/console/storage/route?database=faxes')
    expect((reply.body.data as unknown as DatabaseStorageRoute).ignored).toEqual([
      expect.objectContaining({ layer: 'system', pointer: '/plan/aggregate' }),
    ])
  })
})
