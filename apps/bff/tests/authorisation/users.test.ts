import { createHash } from 'node:crypto'
import { isJsonObject, type JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, apiKeyOf, type Client, type Reply, startApp, type TestApp, USERS } from '../_app.ts'

const users = `/v2/accounts/${ACCOUNTS.branch.id}/users`
const password = 'an invented password'
const dataOf = ({ body }: Reply): JsonObject => (isJsonObject(body.data) ? body.data : {})

/** Who writes users of `branch`, which `acme` is above without being its reseller. */
const writers = ['superduper', 'reseller-admin', 'branch-admin', 'account-admin', 'an API key of acme'] as const
const aboveOnly: readonly string[] = ['account-admin', 'an API key of acme']

interface Row {
  readonly note: string
  /** Also to an ancestor that is not the reseller. */
  readonly isOpen: boolean
  readonly level: 'admin' | 'user'
  readonly send: (client: Client, path: string, stored: JsonObject) => Promise<Reply>
}

const rows: Row[] = [
  {
    note: 'other fields',
    isOpen: true,
    level: 'admin',
    send: (client, path) => client.patch(path, { first_name: 'Eve' }),
  },
  {
    note: 'the whole user with the same name and level',
    isOpen: true,
    level: 'admin',
    send: (client, path, { username }) => client.post(path, { username: `${username} `, priv_level: 'admin' }),
  },
  {
    note: 'whether a user may sign in',
    isOpen: true,
    level: 'user',
    send: (client, path) => client.patch(path, { enabled: false }),
  },
  {
    note: 'the level to admin',
    isOpen: false,
    level: 'user',
    send: (client, path) => client.patch(path, { priv_level: 'admin' }),
  },
  {
    note: 'the level to user',
    isOpen: false,
    level: 'admin',
    send: (client, path) => client.patch(path, { priv_level: 'user' }),
  },
  {
    note: 'the level, by taking it away',
    isOpen: false,
    level: 'admin',
    send: (client, path) => client.patch(path, { priv_level: null }),
  },
  {
    note: 'the level, by a whole user without it',
    isOpen: false,
    level: 'admin',
    send: (client, path, { username = null }) => client.post(path, { username }),
  },
  {
    note: 'the level, by another verb in the query',
    isOpen: false,
    level: 'user',
    send: (client, path) => client.post(`${path}?verb=PATCH`, { priv_level: 'admin' }),
  },
  {
    note: 'the password',
    isOpen: false,
    level: 'user',
    send: (client, path) => client.patch(path, { password: 'another invented one' }),
  },
  {
    note: 'the name, which takes the password with it',
    isOpen: false,
    level: 'user',
    send: (client, path, { username }) => client.patch(path, { username: `not ${username}`, password }),
  },
]

describe("who may change what of an account's users", () => {
  let app: TestApp
  let made = 0
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  async function writerOf(writer: (typeof writers)[number]): Promise<Client> {
    if (writer !== 'an API key of acme') return app.as(writer)
    const { body } = await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf('acme') })
    return app.withHeaders({ 'x-auth-token': String(body.auth_token) })
  }

  async function makeUser(level: string): Promise<JsonObject> {
    made += 1
    return dataOf(await app.as('superduper').put(users, { username: `user ${made}`, password, priv_level: level }))
  }

  for (const writer of writers) {
    const isAboveOnly = aboveOnly.includes(writer)
    describe(writer, () => {
      for (const { note, isOpen, level, send } of rows) {
        const isAllowed = isOpen || !isAboveOnly
        it(`${isAllowed ? 'changes' : 'does not change'} ${note}`, async () => {
          const stored = await makeUser(level)
          const path = `${users}/${stored.id}`
          const reply = await send(await writerOf(writer), path, stored)
          expect(reply.status).toBe(isAllowed ? 200 : 403)
          if (isAllowed) return
          expect(reply.body.data).toMatchObject({ cause: expect.stringContaining('reseller') })
          expect(dataOf(await app.as('superduper').get(path))).toEqual(stored)
        })
      }

      it('makes users, who sign in', async () => {
        const username = `made by ${writer}`
        const client = await writerOf(writer)
        expect((await client.put(users, { username, password })).status).toBe(201)
        const credentials = createHash('md5').update(`${username.toLowerCase()}:${password}`).digest('hex')
        const signedIn = await app.anyone.put('/v2/user_auth', { credentials, account_name: ACCOUNTS.branch.name })
        expect(signedIn.status).toBe(201)
      })

      it(`${isAboveOnly ? 'makes no' : 'makes'} admins`, async () => {
        const client = await writerOf(writer)
        const reply = await client.put(users, { username: `admin by ${writer}`, password, priv_level: 'admin' })
        expect(reply.status).toBe(isAboveOnly ? 403 : 201)
      })
    })
  }

  it("an account's own admin does all of it by the alias of its account too", async () => {
    const admin = app.as('account-admin')
    const created = await admin.put('/v2/account/users', { username: 'aliased', password, priv_level: 'admin' })
    expect(created.status).toBe(201)
    const path = `/v2/account/users/${dataOf(created).id}`
    expect((await admin.patch(path, { username: 'renamed', password: 'another invented one' })).status).toBe(200)
    expect((await admin.patch(path, { priv_level: 'user' })).status).toBe(200)
  })

  it('a plain user of the account, of an ancestor or of the reseller changes nothing', async () => {
    const path = `/v2/accounts/${ACCOUNTS.acme.id}/users/${USERS['account-user'].id}`
    for (const caller of ['account-user', 'reseller-user'] as const) {
      expect((await app.as(caller).patch(path, { first_name: 'Eve' })).status).toBe(403)
    }
  })
})
