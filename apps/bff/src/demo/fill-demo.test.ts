import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lowerCaseVerbs } from '@strata/kazoo-schemas'
import { leaves } from '@strata/layered-config'
import type { SignIn } from '@strata/sample-cluster'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { createAccountDirectory } from '#bff/accounts/create-account-directory.ts'
import { createAuth } from '#bff/auth/create-auth.ts'
import { credentialOf } from '#bff/auth/passwords.ts'
import { openEmbeddedStore } from '#bff/couch/embedded-store.ts'
import type { Store } from '#bff/couch/store.ts'
import { createSchemaRepository } from '#bff/schemas/create-schema-repository.ts'
import { createValidator } from '#bff/validation/create-validator.ts'
import { fillDemo } from './fill-demo.ts'

const administrator = {
  accountId: '0f'.repeat(16),
  accountName: 'master',
  userId: '1e'.repeat(16),
  username: 'admin',
}
const clock = () => new Date('2026-03-01T09:30:00Z')

let folder: string
let store: Store
let signIns: SignIn[]

const accountsOf = () => createAccountDirectory(store)
const authOf = () =>
  createAuth({ store, origin: 'strata', accounts: accountsOf(), clock, newId: () => 'a'.repeat(32), passwordCost: 16 })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-demo-'))
  store = await openEmbeddedStore(folder)
  await makeAdministrator()
  const schemas = createSchemaRepository(store)
  signIns = await fillDemo({ store, schemas, credentials: authOf().credentials, clock }, administrator)
})

afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

async function makeAdministrator(): Promise<void> {
  const { accountId, userId, accountName, username } = administrator
  const account = {
    id: accountId,
    fields: { name: accountName },
    private: { type: 'account', tree: [], superduper_admin: true },
  }
  const user = {
    id: userId,
    fields: { username, priv_level: 'admin', enabled: true },
    private: { type: 'user', account_id: accountId },
  }
  for (const [database, draft] of [
    ['accounts', account],
    [accountDatabase(accountId), account],
    [accountDatabase(accountId), user],
  ] as const) {
    await store.create(database)
    await store.database(database).put(draft)
  }
}

describe(fillDemo, () => {
  it('makes 40 accounts under the administrator, whose own documents stay as they are', async () => {
    const { accountId, userId } = administrator
    expect(await accountsOf().masterAccountId()).toBe(accountId)
    expect(await accountsOf().descendants(accountId)).toHaveLength(39)
    expect((await store.database('accounts').get(accountId))?.fields).toEqual({ name: 'master' })
    expect((await store.database(accountDatabase(accountId)).get(userId))?.fields).toMatchObject({ username: 'admin' })
  })

  it('gives a sign-in of every other level, and each works', async () => {
    expect(signIns.map(({ level }) => level)).toEqual(['reseller-admin', 'account-admin', 'user'])
    const auth = authOf()
    for (const { accountName, accountId, userId, username, password, level } of signIns) {
      const hint = { realm: undefined, name: accountName }
      const holder = await auth.signIn.withCredential(hint, credentialOf(username, password, 'md5'), 'test')
      expect(holder).toMatchObject({
        account: { id: accountId, isReseller: level === 'reseller-admin' },
        user: { id: userId },
      })
      expect(holder.user.isAdmin).toBe(level !== 'user')
    }
  })

  it('stores configs for 3 zones and 12 nodes that satisfy their schemas, but for the planted mistake', async () => {
    const snapshot = await createSchemaRepository(store).snapshot()
    const stored = await store.database('system_config').range()
    const validator = createValidator()
    const invalid = stored.filter(
      ({ id, fields }) => !validator.validate({ configDocument: id }, fields, snapshot).valid,
    )
    expect(
      invalid.map(({ fields }) => leaves(fields).filter(({ value }) => /^about \d+$/.test(String(value))).length),
    ).toEqual([1])
    expect(stored.length).toBeGreaterThan(50)
    const largest = Math.max(...stored.map(({ fields }) => Object.keys(fields).length))
    expect(largest).toBe(1 + 3 + 12 + 2)
  })

  it('stores storage documents and plans that satisfy the storage schema, once verbs are in lower case as at every write', async () => {
    const snapshot = await createSchemaRepository(store).snapshot()
    const stored = await store.database('system_data').range()
    const validator = createValidator()
    const results = stored.map(({ id, fields }) => ({
      id,
      result: validator.validate({ schema: 'storage' }, lowerCaseVerbs(fields), snapshot),
    }))
    expect(results.filter(({ result }) => !result.valid)).toEqual([])
    expect(stored.length).toBeGreaterThan(10)
  })
})
