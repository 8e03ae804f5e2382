import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AccountDirectory, createAccountDirectory } from '#bff/accounts/directory.ts'
import { createAuth } from '#bff/auth/create-auth.ts'
import { openSession } from '#bff/auth/sessions.ts'
import { ACCOUNTS, apiKeyOf } from '../_accounts.ts'
import { STORES, startApp, type TestApp } from '../_app.ts'

for (const { kind, start } of STORES) {
  describe(`the account directory on the ${kind} store`, () => {
    let app: TestApp
    let directory: AccountDirectory
    beforeEach(async () => {
      app = await startApp({ start })
      directory = createAccountDirectory(app.store)
    })
    afterEach(() => app.stop())

    it('knows an account by id, name, realm and API key', async () => {
      const acme = {
        id: ACCOUNTS.acme.id,
        name: 'Acme Corp',
        sortName: 'acme corp',
        realm: 'acmecorp.sip.example.org',
        tree: [ACCOUNTS.master.id, ACCOUNTS.reseller.id],
        isEnabled: true,
        isSuperduperAdmin: false,
        isReseller: false,
        resellerId: ACCOUNTS.reseller.id,
        planId: undefined,
      }
      expect(await directory.get(ACCOUNTS.acme.id)).toEqual(acme)
      expect(await directory.named('acme-CORP')).toEqual([acme])
      expect(await directory.withRealm('ACMECORP.sip.example.org')).toEqual([acme])
      expect(await directory.withApiKey(apiKeyOf('acme'))).toEqual(acme)
      expect(await directory.withApiKey('')).toBeUndefined()
      expect(await directory.get('nobody')).toBeUndefined()
    })

    it('is current: changes by other servers, removals and soft removals show at the next call', async () => {
      const accounts = app.store.database('accounts')
      const stored = await accounts.get(ACCOUNTS.acme.id)
      if (stored === undefined) throw new Error('not seeded')
      expect(await directory.children(ACCOUNTS.reseller.id)).toHaveLength(1)
      const fields = { ...stored.fields, name: 'Renamed' }
      const revision = await accounts.put({ ...stored, fields, private: { ...stored.private, plan_id: 'p1' } })
      expect(await directory.get(ACCOUNTS.acme.id)).toMatchObject({ name: 'Renamed', planId: 'p1' })
      await accounts.put({ ...stored, revision, private: { ...stored.private, deleted: true } })
      expect(await directory.get(ACCOUNTS.acme.id)).toBeUndefined()
      const branch = await accounts.get(ACCOUNTS.branch.id)
      await accounts.remove(ACCOUNTS.branch.id, branch?.revision ?? '')
      expect(await directory.descendants(ACCOUNTS.reseller.id)).toEqual([])
    })

    it('takes what is no account for none', async () => {
      await app.store.database('accounts').put({ id: 'x', fields: { name: 'X' }, private: { type: 'else' } })
      expect(await directory.get('x')).toBeUndefined()
    })

    it('the master is the account that the cluster names, else the oldest at the top', async () => {
      expect(await directory.masterAccountId()).toBe(ACCOUNTS.master.id)
      const older = { tree: [], type: 'account', created: 1 }
      await app.store.database('accounts').put({ id: 'older', fields: { name: 'Older' }, private: older })
      expect(await createAccountDirectory(app.store).masterAccountId()).toBe('older')
      const fields = { default: { master_account_id: ACCOUNTS.reseller.id } }
      await app.store.database('system_config').put({ id: 'accounts', fields, private: { type: 'config' } })
      expect(await createAccountDirectory(app.store).masterAccountId()).toBe(ACCOUNTS.reseller.id)
    })

    it('an account that the cluster names as its master is a superduper admin', async () => {
      const fields = { default: { master_account_id: ACCOUNTS.stranger.id } }
      await app.store.database('system_config').put({ id: 'accounts', fields, private: { type: 'config' } })
      const second = await startSecond(app)
      expect(second).toMatchObject({ accountId: ACCOUNTS.stranger.id, isSuperduperAdmin: true })
    })
  })
}

/** The session of stranger's admin on another server of the same store, which remembers nothing yet. */
async function startSecond(app: TestApp) {
  const accounts = createAccountDirectory(app.store)
  const auth = createAuth({ ...app.context, accounts, passwordCost: 16 })
  return openSession(auth, app.tokenOf('stranger-admin'), 'token')
}
