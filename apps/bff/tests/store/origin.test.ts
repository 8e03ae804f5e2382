import { readFile, rm, stat } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { createAccountDirectory } from '#bff/accounts/directory.ts'
import { createAuth } from '#bff/auth/create-auth.ts'
import { credentialOf } from '#bff/auth/passwords.ts'
import { signInWithCredential } from '#bff/auth/sign-in.ts'
import type { Config } from '#bff/config/config.ts'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import type { Store } from '#bff/couch/store.ts'
import { establishOrigin } from '#bff/origin/establish-origin.ts'
import { findOrigin } from '#bff/origin/find-origin.ts'
import { initialAdminFile, removeInitialAdmin } from '#bff/origin/initial-admin-file.ts'
import { type CouchServer, startCouchServer } from '../_couch-server.ts'
import { temporaryFolder } from '../_stores.ts'

const PASSWORD = 'an-invented-password'

/** A server's start on a store, as far as the store is concerned. */
function start(
  store: Store,
  folder: string,
  { hasTerminal = false, readOnly, ...admin }: Partial<Config['admin'] & Config> & { hasTerminal?: boolean } = {},
) {
  let ids = 0
  const newId = () => (++ids).toString(16).padStart(16, '0') + Math.random().toString(16).slice(2, 10).padEnd(16, 'a')
  const clock = () => new Date()
  const accounts = createAccountDirectory(store)
  const auth = createAuth({ store, origin: 'strata', accounts, clock, newId, passwordCost: 16 })
  const config = {
    admin: { username: 'admin', password: undefined, account: 'Master Account', ...admin },
    dataDir: folder,
    readOnly,
  }
  const established = establishOrigin({ store, config, hasTerminal, passwords: auth.passwords, clock, newId })
  const signIn = (password: string) =>
    signInWithCredential(
      auth,
      { realm: undefined, name: 'masteraccount' },
      credentialOf('admin', password, 'md5'),
      'a client',
    )
  return { established, signIn, accounts }
}

/** Every document of every database, by database. */
async function contents(store: Store) {
  const names = (await store.databases()).filter((name) => !name.startsWith('_'))
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await store.database(name).range()] as const)),
  )
}

describe('an empty embedded store', () => {
  let folder: string
  let store: Store

  beforeEach(async () => {
    folder = await temporaryFolder()
    store = await openEmbeddedStore(folder)
  })
  afterEach(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })

  it('becomes Strata’s, with an administrator who can sign in and is a superduper admin', async () => {
    const { established, signIn, accounts } = start(store, folder, { password: PASSWORD })
    expect(await established).toEqual({
      origin: 'strata',
      administrator: { username: 'admin', account: 'Master Account', password: PASSWORD, isPasswordRandom: false },
    })
    const { account, user } = await signIn(PASSWORD)
    expect(account).toMatchObject({ name: 'Master Account', isSuperduperAdmin: true, tree: [], isEnabled: true })
    expect(user).toMatchObject({ username: 'admin', isAdmin: true, isEnabled: true })
    expect(await accounts.masterAccountId()).toBe(account.id)
    await expect(signIn('another')).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  it('gets KAZOO’s databases, and the account document in both places', async () => {
    await start(store, folder, { password: PASSWORD }).established
    const stored = await contents(store)
    const [account] = stored.accounts ?? []
    const own = accountDatabase(account?.id ?? '')
    expect(Object.keys(stored).sort()).toEqual(
      ['accounts', own, 'strata', 'system_auth', 'system_config', 'system_data', 'system_schemas'].sort(),
    )
    expect(stored[own]?.find(({ id }) => id === account?.id)).toMatchObject({
      fields: account?.fields,
      private: account?.private,
    })
    expect(account).toMatchObject({
      fields: { name: 'Master Account', realm: 'masteraccount.sip.localdomain' },
      private: {
        type: 'account',
        account_id: account?.id,
        account_db: encodeURIComponent(own),
        tree: [],
        superduper_admin: true,
        api_key: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
    expect(JSON.stringify(stored)).not.toContain(PASSWORD)
  })

  it('stays as it is at the second start', async () => {
    await start(store, folder, { password: PASSWORD }).established
    const before = await contents(store)
    expect(await start(store, folder, { password: 'another' }).established).toEqual({ origin: 'strata' })
    expect(await contents(store)).toEqual(before)
  })

  it('gives a random password to a terminal, and to no file', async () => {
    const { established, signIn } = start(store, folder, { hasTerminal: true })
    const { administrator } = await established
    expect(administrator).toMatchObject({ isPasswordRandom: true })
    expect(administrator?.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    await signIn(administrator?.password ?? '')
    await expect(stat(initialAdminFile(folder))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('writes a random password to a file for its owner alone when there is no terminal', async () => {
    const { established, signIn } = start(store, folder)
    await established
    const text = await readFile(initialAdminFile(folder), 'utf8')
    const [, password = ''] = /^account: Master Account\nusername: admin\npassword: (.+)\n$/.exec(text) ?? []
    await signIn(password)
    expect((await stat(initialAdminFile(folder))).mode & 0o777).toBe(0o600)
    await removeInitialAdmin(folder)
    await removeInitialAdmin(folder)
    await expect(stat(initialAdminFile(folder))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('writes no file when the password was given', async () => {
    await start(store, folder, { password: PASSWORD }).established
    await expect(stat(initialAdminFile(folder))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is not touched where writing is forbidden', async () => {
    await expect(start(store, folder, { readOnly: true, password: PASSWORD }).established).rejects.toMatchObject({
      name: 'StartError',
      reason: 'configuration',
      message: expect.stringContaining('STRATA_READ_ONLY'),
    })
    expect(await store.databases()).toEqual([])
  })

  describe('a first start that was cut short', () => {
    /** A store whose writes fail from the given one on, as those of a process that ends there. */
    const dying = (writes: number): Store => {
      const count = () => {
        if (writes-- <= 0) throw new Error('killed')
      }
      return {
        ...store,
        async create(name) {
          count()
          await store.create(name)
        },
        database(name) {
          const database = store.database(name)
          return {
            ...database,
            async put(draft) {
              count()
              return database.put(draft)
            },
          }
        },
      }
    }

    it('is carried on wherever it stopped, and ends with one administrator', async () => {
      let stoppedAt = 0
      let finished = false
      for (; !finished; stoppedAt++) {
        const attempt = start(dying(stoppedAt), folder, { password: PASSWORD }).established
        finished = await attempt.then(
          () => true,
          () => false,
        )
        const { established, signIn, accounts } = start(store, folder, { password: PASSWORD })
        expect((await established).origin).toBe('strata')
        const { account } = await signIn(PASSWORD)
        expect(await accounts.descendants(account.id)).toEqual([])
        expect(await store.database('accounts').ids()).toEqual([account.id])
        for (const name of await store.databases()) await store.destroy(name)
      }
      expect(stoppedAt).toBeGreaterThan(10)
    })

    it('keeps the password that it wrote to the file', async () => {
      for (let writes = 0; writes < 60; writes++) {
        await start(dying(writes), folder).established.catch(() => undefined)
      }
      const { established, signIn } = start(store, folder)
      await established
      const [, password = ''] = /password: (.+)\n/.exec(await readFile(initialAdminFile(folder), 'utf8')) ?? []
      await signIn(password)
    })
  })
})

describe('a CouchDB', () => {
  let folder: string
  let server: CouchServer
  let store: Store

  beforeEach(async () => {
    folder = await temporaryFolder()
    server = await startCouchServer()
    store = createCouchDbStore(server.url)
  })
  afterEach(async () => {
    await store.close()
    await server.stop()
    await rm(folder, { recursive: true })
  })

  it('that holds only its own databases is empty', async () => {
    expect(await store.databases()).toEqual(['_replicator', '_users'])
    expect(await findOrigin(store)).toBe('empty')
  })

  it('that is empty is set up with the password that was given', async () => {
    const { established, signIn } = start(store, folder, { password: PASSWORD })
    expect((await established).origin).toBe('strata')
    await signIn(PASSWORD)
    expect(await findOrigin(store)).toBe('strata')
  })

  it('that is empty needs a password where there is no terminal, and is not touched without', async () => {
    await expect(start(store, folder).established).rejects.toMatchObject({
      name: 'StartError',
      reason: 'configuration',
      message: expect.stringContaining('STRATA_ADMIN_PASSWORD'),
    })
    expect(await findOrigin(store)).toBe('empty')
    expect(await store.databases()).toEqual(['_replicator', '_users'])
  })

  it('that is empty gets a random password where there is a terminal', async () => {
    const { established, signIn } = start(store, folder, { hasTerminal: true })
    await signIn((await established).administrator?.password ?? '')
  })

  for (const { note, admins, password } of [
    { note: 'with random passwords', admins: [{ hasTerminal: true }, { hasTerminal: true }], password: undefined },
    { note: 'with one password', admins: [{ password: PASSWORD }, { password: PASSWORD }], password: PASSWORD },
  ]) {
    it(`gets one administrator when servers start at once ${note}`, async () => {
      for (let round = 0; round < 5; round++) {
        const servers = [...admins, ...admins].map((admin) => start(createCouchDbStore(server.url), folder, admin))
        const outcomes = await Promise.all(servers.map(({ established }) => established))
        expect(outcomes.map(({ origin }) => origin)).toEqual(['strata', 'strata', 'strata', 'strata'])
        const made = outcomes.flatMap(({ administrator }) => administrator ?? [])
        expect(made).toHaveLength(1)
        for (const { signIn } of servers) await signIn(password ?? made[0]?.password ?? '')
        const stored = await contents(store)
        expect(stored.accounts).toHaveLength(1)
        const ofAccount = stored[accountDatabase(stored.accounts?.[0]?.id ?? '')] ?? []
        expect(ofAccount.map((document) => document.private.type).sort()).toEqual(['account', 'user'])
        expect(stored.strata?.filter(({ id }) => id.startsWith('credential.'))).toHaveLength(2)
        for (const name of Object.keys(stored)) await store.destroy(name)
      }
    })
  }

  it('that holds anything else is KAZOO’s, and nothing is written', async () => {
    await store.create('system_config')
    server.requests.length = 0
    expect(await start(store, folder, { password: PASSWORD }).established).toEqual({ origin: 'kazoo' })
    expect(server.requests.filter((request) => !request.startsWith('GET '))).toEqual([])
    expect(await store.databases()).toEqual(['_replicator', '_users', 'system_config'])
  })

  it('whose `strata` database holds keys but no marker stays KAZOO’s', async () => {
    await store.create('strata')
    await store.database('strata').put({ id: 'auth_secrets', fields: { master: 'invented' }, private: {} })
    expect(await findOrigin(store)).toBe('kazoo')
  })

  it('whose first start ended before the marker is still empty', async () => {
    await store.create('strata')
    expect(await findOrigin(store)).toBe('empty')
  })

  it('that another server sets up meanwhile is not taken for KAZOO’s', async () => {
    const slow: Store = {
      ...store,
      async databases() {
        await start(store, folder, { password: PASSWORD }).established
        return store.databases()
      },
    }
    expect(await findOrigin(slow)).toBe('strata')
  })

  for (const { note, status, kind } of [
    { note: 'fails', status: 500, kind: 'upstream' },
    { note: 'is refused', status: 401, kind: 'unavailable' },
    { note: 'needs an administrator', status: 403, kind: 'unavailable' },
    { note: 'comes from a gateway without a server', status: 503, kind: 'unavailable' },
    { note: 'is empty because it is something else', status: 200, kind: 'upstream' },
  ]) {
    it(`is never empty when the listing ${note}`, async () => {
      server.fail = (request) => (request.startsWith('GET /_all_dbs') ? status : undefined)
      await expect(start(store, folder, { password: PASSWORD }).established).rejects.toMatchObject({ kind })
      server.fail = undefined
      // Credentials that were refused are not sent again for a minute by the store that learnt so.
      const other = createCouchDbStore(server.url)
      expect(await other.databases()).toEqual(['_replicator', '_users'])
      await other.close()
    })
  }

  it('is never empty with wrong credentials', async () => {
    const url = new URL(server.url)
    url.password = 'wrong-password'
    const stranger = createCouchDbStore(url.href)
    const outcome = await start(stranger, folder, { password: PASSWORD }).established.catch((error: unknown) => error)
    expect(outcome).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('STRATA_COUCHDB_URL') })
    expect(String(outcome)).not.toContain('wrong-password')
  })

  it('is never empty when it is down', async () => {
    await server.stop()
    await expect(start(store, folder, { password: PASSWORD }).established).rejects.toMatchObject({
      kind: 'unavailable',
    })
  })
})
