import { createHash } from 'node:crypto'
import { isJsonObject, type JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { ACCOUNTS, passwordOf, type Reply, STORES, startApp, type TestApp, USERS } from '../_app.ts'

const users = `/v2/accounts/${ACCOUNTS.acme.id}/users`
const dataOf = ({ body }: Reply): JsonObject => (isJsonObject(body.data) ? body.data : {})
const frame = { status: 'success', request_id: '{request_id}', node: '{node}', timestamp: '{timestamp}' }
const known = { version: '{version}', auth_token: '{auth_token}' }

for (const { kind, start } of STORES) {
  describe(`users on the ${kind} store`, () => {
    let app: TestApp
    beforeAll(async () => {
      app = await startApp({ start })
    })
    afterAll(() => app.stop())

    async function signIn(username: string, password: string): Promise<number> {
      const credentials = createHash('md5').update(`${username}:${password}`).digest('hex')
      return (await app.anyone.put('/v2/user_auth', { credentials, account_name: 'Acme Corp' })).status
    }

    it('are listed by name, and one is shown without its private members', async () => {
      const listed = await app.as('account-user').get(`${users}?ascending=true`)
      const shown = (username: 'account-admin' | 'account-user', level: string) => ({
        id: USERS[username].id,
        username,
        first_name: 'Test',
        last_name: username,
        priv_level: level,
        enabled: true,
      })
      expect(listed.masked).toEqual({
        data: [shown('account-admin', 'admin'), shown('account-user', 'user')],
        page_size: 2,
        ...frame,
        ...known,
      })
      const one = await app.as('account-user').get(`${users}/${USERS['account-user'].id}`)
      expect(one.masked).toEqual({ data: shown('account-user', 'user'), revision: '{revision}', ...frame, ...known })
      expect(`${listed.text}${one.text}`).not.toMatch(/pvt_|credential|signature/)
    })

    it('one is created, signs in, and its password is nowhere', async () => {
      const password = 'an invented password'
      const reply = await app.as('account-admin').put(users, { username: ' Eve ', password, email: 'eve@example.org' })
      expect(reply.status).toBe(201)
      const { id } = dataOf(reply)
      expect(reply.headers.get('location')).toBe(`${users}/${id}`)
      expect(reply.masked).toEqual({
        data: {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          username: 'eve',
          email: 'eve@example.org',
          enabled: true,
          priv_level: 'user',
        },
        revision: '{revision}',
        ...frame,
        ...known,
      })
      expect(await signIn('eve', password)).toBe(201)
      const stored = await Promise.all((await app.store.databases()).map((name) => app.store.database(name).range()))
      expect(JSON.stringify(stored)).not.toContain(password)
      expect(app.log.join('')).not.toContain(password)
      expect((await app.as('account-admin').delete(`${users}/${id}`)).status).toBe(200)
      expect(await signIn('eve', password)).toBe(401)
    })

    it('of several who take one name at once one gets it, however its letters are composed', async () => {
      const names = ['z\u00e9', 'ze\u0301', 'Z\u00c9', ' z\u00e9']
      const password = 'an invented password'
      const replies = await Promise.all(
        names.map((username) => app.as('account-admin').put(users, { username, password })),
      )
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400])
      const signedIn = await app.anyone.post('/console/session', {
        username: 'ze\u0301',
        password,
        account_name: 'Acme Corp',
      })
      expect(signedIn.status).toBe(200)
      const made = replies.find(({ status }) => status === 201)
      await app.as('account-admin').delete(`${users}/${made && dataOf(made).id}`)
    })

    it('a new password replaces the old, a new level counts at once', async () => {
      const user = `${users}/${USERS['account-user'].id}`
      const admin = app.as('account-admin')
      expect((await app.as('account-user').put(users, { username: 'x' })).status).toBe(403)
      expect((await admin.patch(user, { priv_level: 'admin' })).status).toBe(200)
      expect((await app.as('account-user').put(users, { username: '' })).status).toBe(400)
      expect(await signIn('account-user', passwordOf('account-user'))).toBe(201)
      expect((await admin.patch(user, { password: 'another invented one' })).status).toBe(200)
      expect(await signIn('account-user', passwordOf('account-user'))).toBe(401)
      expect(await signIn('account-user', 'another invented one')).toBe(201)
      expect((await app.as('account-user').get('/v2/about')).status).toBe(401)
      const credentials = await app.store.database('strata').ids({ start: 'credential.', end: 'credential.~' })
      expect(credentials).toHaveLength(2 * Object.keys(USERS).length)
    })

    it('a new name needs the password, because both together sign in', async () => {
      const user = `${users}/${USERS['account-admin'].id}`
      const admin = app.as('superduper')
      const refused = await admin.patch(user, { username: 'renamed' })
      expect(refused.status).toBe(400)
      expect(refused.body.data).toMatchObject({ password: { required: { value: 'password' } } })
      expect((await admin.patch(user, { username: 'renamed', password: 'invented again' })).status).toBe(200)
      expect(await signIn('renamed', 'invented again')).toBe(201)
      expect(await signIn('account-admin', passwordOf('account-admin'))).toBe(401)
    })

    for (const { note, data, errors } of [
      { note: 'no name', data: {}, errors: { username: { required: {} } } },
      { note: 'a name of blanks', data: { username: '   ' }, errors: { username: { pattern: {} } } },
      { note: 'a name with a NUL', data: { username: 'a\u0000' }, errors: { username: { pattern: {} } } },
      {
        note: "another user's name",
        data: { username: 'Renamed' },
        errors: { username: { unique: { cause: 'renamed' } } },
      },
      {
        note: 'a short password',
        data: { username: 'x', password: 'short' },
        errors: { password: { minLength: { target: 8 } } },
      },
      { note: 'an unknown level', data: { username: 'x', priv_level: 'root' }, errors: { priv_level: { enum: {} } } },
      {
        note: 'a mail address that is none',
        data: { username: 'x', email: 'x' },
        errors: { email: { wrong_format: {} } },
      },
      { note: 'a list for a name', data: { username: ['x'] }, errors: { username: { type: {} } } },
    ]) {
      it(`refuses ${note}`, async () => {
        const reply = await app.as('superduper').put(users, data)
        expect(reply.status).toBe(400)
        expect(reply.body).toMatchObject({ message: 'validation error', data: errors })
        expect(reply.text).not.toContain('"short"')
      })
    }

    it('the same name may be in another account, and signs in to its own', async () => {
      const password = 'the very same one'
      const other = `/v2/accounts/${ACCOUNTS.stranger.id}/users`
      const [first, second] = [
        await app.as('superduper').put(users, { username: 'twin', password }),
        await app.as('superduper').put(other, { username: 'twin', password }),
      ]
      const credentials = createHash('md5').update(`twin:${password}`).digest('hex')
      for (const [reply, account_name] of [
        [first, 'Acme Corp'],
        [second, 'Stranger'],
      ] as const) {
        const signedIn = await app.anyone.put('/v2/user_auth', { credentials, account_name })
        expect(dataOf(signedIn).owner_id).toBe(dataOf(reply).id)
      }
    })

    it('what is no user of the account is not found', async () => {
      const admin = app.as('superduper')
      for (const id of [USERS['stranger-admin'].id, ACCOUNTS.acme.id, 'nobody', '_design/users']) {
        const reply = await admin.get(`${users}/${encodeURIComponent(id)}`)
        expect(reply.status).toBe(404)
        expect(reply.body).toMatchObject({ message: 'bad_identifier', data: { cause: id } })
      }
    })

    it('nobody removes the user they are signed in as', async () => {
      const reply = await app.as('superduper').delete(`/v2/accounts/${ACCOUNTS.master.id}/users/${USERS.superduper.id}`)
      expect(reply.status).toBe(403)
      expect(reply.body.data).toMatchObject({ cause: 'The user that you are signed in as cannot be removed by you.' })
    })

    it('a creation that loses its store half way leaves no sign-in behind that works', async () => {
      const database = app.store.database(accountDatabase(ACCOUNTS.acme.id))
      const before = await database.ids()
      const { save } = app.context.documents
      app.context.documents.save = () => Promise.reject(new Error('interrupted by the test'))
      const reply = await app.as('superduper').put(users, { username: 'ghost', password: 'invented ghost' })
      app.context.documents.save = save
      expect(reply.status).toBe(500)
      expect(await database.ids()).toEqual(before)
      expect(await signIn('ghost', 'invented ghost')).toBe(401)
      expect((await app.as('superduper').put(users, { username: 'ghost', password: 'invented ghost' })).status).toBe(
        201,
      )
      expect(await signIn('ghost', 'invented ghost')).toBe(201)
    })
  })
}
