import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { ACCOUNTS, STORES, startApp, type TestApp, USERS } from '../_app.ts'

const branch = `/v2/accounts/${ACCOUNTS.branch.id}`
const consoleBranch = `/console/accounts/${ACCOUNTS.branch.id}`
const planId = 'ab'.repeat(16)

for (const { kind, start } of STORES) {
  describe(`removing an account on the ${kind} store`, () => {
    let app: TestApp
    beforeEach(async () => {
      app = await startApp({ start })
      const storage = app.store.database('system_data')
      const owned = { account_id: ACCOUNTS.branch.id }
      for (const { id, type, account_id } of [
        { id: ACCOUNTS.branch.id, type: 'storage', ...owned },
        { id: USERS['branch-admin'].id, type: 'storage', ...owned },
        { id: 'ff'.repeat(16), type: 'storage', ...owned },
        { id: planId, type: 'storage_plan', ...owned },
        { id: ACCOUNTS.acme.id, type: 'storage', account_id: ACCOUNTS.acme.id },
        { id: 'system', type: 'storage', account_id: '' },
        { id: 'something', type: 'else', ...owned },
      ]) {
        await storage.put({ id, fields: {}, private: { type, account_id } })
      }
    })
    afterEach(() => app.stop())

    const storageIds = async () => (await app.store.database('system_data').ids()).sort()
    const remaining = [ACCOUNTS.acme.id, 'something', 'system'].sort()

    it('takes its users, their sign-ins and all storage documents with it, and nothing of others', async () => {
      const [credential = ''] = await credentialIds('branch-admin')
      expect(await app.store.database('strata').get(credential)).toBeDefined()
      const reply = await app.as('superduper').delete(branch)
      expect(reply.status).toBe(200)
      expect(reply.body.data).toMatchObject({
        id: ACCOUNTS.branch.id,
        name: 'Acme Branch',
        _read_only: { deleted: true },
      })
      expect(await storageIds()).toEqual(remaining)
      expect(await app.store.databases()).not.toContain(accountDatabase(ACCOUNTS.branch.id))
      expect(await app.store.database('strata').get(credential)).toBeUndefined()
      expect((await app.as('superduper').get(branch)).status).toBe(404)
      expect((await app.as('branch-admin').get('/v2/about')).status).toBe(401)
      expect((await app.as('account-admin').get('/v2/account/children')).body.data).toEqual([])
    })

    for (const { note, fault } of [
      { note: 'while storage documents go', fault: { database: 'system_data', method: 'remove' } },
      { note: 'while users go', fault: { database: accountDatabase(ACCOUNTS.branch.id), method: 'remove' } },
      { note: 'before the account itself goes', fault: { database: 'accounts', method: 'remove' } },
    ] as const) {
      it(`that was interrupted ${note} leaves the account there, and is finished by another removal`, async () => {
        const { remove } = app.context.documents
        let failures = 1
        app.context.documents.remove = async (database, ...rest) => {
          if (database === fault.database && failures-- > 0)
            throw new AppError('unavailable', 'interrupted by the test')
          await remove(database, ...rest)
        }
        expect((await app.as('superduper').delete(branch)).status).toBe(503)
        expect((await app.as('superduper').get(branch)).status).toBe(200)
        expect((await app.as('superduper').delete(branch)).status).toBe(200)
        expect(await storageIds()).toEqual(remaining)
        expect(await app.store.databases()).not.toContain(accountDatabase(ACCOUNTS.branch.id))
        expect((await app.as('superduper').get(branch)).status).toBe(404)
      })
    }

    it('that has accounts below it is refused', async () => {
      const reply = await app.as('superduper').delete(`/v2/accounts/${ACCOUNTS.acme.id}`)
      expect(reply.status).toBe(403)
      expect(reply.body).toMatchObject({
        message: 'account_has_descendants',
        data: { cause: 'The account has accounts below it: remove these first.' },
      })
    })

    for (const { note, follow } of [
      {
        note: 'an account document names',
        follow: async () => {
          const accounts = app.store.database('accounts')
          const moved = await accounts.get(ACCOUNTS.moved.id)
          if (moved !== undefined) await accounts.put({ ...moved, private: { ...moved.private, plan_id: planId } })
        },
      },
      {
        note: 'a storage document names',
        follow: async () => {
          const hidden = { type: 'storage', account_id: ACCOUNTS.moved.id, plan_id: planId }
          await app.store.database('system_data').put({ id: ACCOUNTS.moved.id, fields: {}, private: hidden })
        },
      },
    ]) {
      it(`whose plan ${note} elsewhere is refused by the console unless forced, and nothing is gone`, async () => {
        await follow()
        const before = await storageIds()
        const reply = await app.as('superduper').delete(consoleBranch)
        expect(reply.status).toBe(409)
        expect(reply.body.data).toMatchObject({ cause: expect.stringContaining('one other account'), count: 1 })
        expect(reply.text).not.toContain(ACCOUNTS.moved.id)
        expect(await storageIds()).toEqual(before)
        expect((await app.as('superduper').get(branch)).status).toBe(200)
        expect((await app.as('superduper').delete(`${consoleBranch}?force=true`)).status).toBe(200)
        expect(await app.store.database('system_data').get(planId)).toBeUndefined()
      })

      it(`whose plan ${note} elsewhere goes by KAZOO's own route, as there`, async () => {
        await follow()
        expect((await app.as('superduper').delete(branch)).status).toBe(200)
        expect(await app.store.database('system_data').get(planId)).toBeUndefined()
      })
    }

    it('that is the master is refused', async () => {
      const reply = await app.as('superduper').delete(`/v2/accounts/${ACCOUNTS.master.id}`)
      expect(reply.status).toBe(403)
      expect(reply.body.data).toMatchObject({ cause: 'The master account cannot be removed.' })
    })

    async function credentialIds(caller: keyof typeof USERS): Promise<readonly string[]> {
      const user = await app.context.auth.users.get(ACCOUNTS[USERS[caller].account].id, USERS[caller].id)
      return user?.credentials ?? []
    }
  })
}
