import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lowerCaseVerbs } from '@strata/kazoo-schemas'
import { leaves } from '@strata/layered-config'
import type { SignIn } from '@strata/sample-cluster'
import { kazooVersions } from '@strata/schema-catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccountDirectory } from '#bff/accounts/directory.ts'
import { createAuth } from '#bff/auth/create-auth.ts'
import { credentialOf } from '#bff/auth/passwords.ts'
import { signInWithCredential } from '#bff/auth/sign-in.ts'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import type { Store } from '#bff/couch/store.ts'
import { establishOrigin } from '#bff/origin/establish-origin.ts'
import { createSchemaRepository } from '#bff/schemas/repository.ts'
import { knownNodes } from '#bff/topology/topology.ts'
import { createValidator, validate } from '#bff/validation/validator.ts'
import { fillDemo } from './fill-demo.ts'

const admin = { username: 'admin', account: 'master', password: 'invented-administrator' }
const clock = () => new Date('2026-03-01T09:30:00Z')

let folder: string
let store: Store
let signIns: SignIn[]

const accountsOf = () => createAccountDirectory(store)
const authOf = () =>
  createAuth({ store, origin: 'strata', accounts: accountsOf(), clock, newId: () => 'a'.repeat(32), passwordCost: 16 })

async function signInAs(account: string, username: string, password: string) {
  const hint = { realm: undefined, name: account }
  return signInWithCredential(authOf(), hint, credentialOf(username, password, 'md5'), 'test')
}

describe.each(kazooVersions)('the demo of KAZOO %s', (version) => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'strata-demo-'))
    store = await openEmbeddedStore(folder)
    const { passwords } = authOf()
    const config = { admin, dataDir: folder, readOnly: undefined }
    const newId = () => randomBytes(16).toString('hex')
    await establishOrigin({ store, config, passwords, clock, newId, hasTerminal: false })
    signIns = await fillDemo({ store, schemas: createSchemaRepository(store, version), passwords, clock, config })
  })

  afterAll(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })

  it('makes 40 accounts under the administrator, who signs in as before', async () => {
    const { account, user } = await signInAs(admin.account, admin.username, admin.password)
    expect([account.isSuperduperAdmin, user.isAdmin]).toEqual([true, true])
    expect(await accountsOf().masterAccountId()).toBe(account.id)
    expect(await accountsOf().descendants(account.id)).toHaveLength(39)
  })

  it('gives a sign-in of every other level, and each works', async () => {
    expect(signIns.map(({ level }) => level)).toEqual(['reseller-admin', 'account-admin', 'user'])
    for (const { accountName, accountId, userId, username, password, level } of signIns) {
      const { account, user } = await signInAs(accountName, username, password)
      expect([account.id, user.id]).toEqual([accountId, userId])
      expect([account.isReseller, user.isAdmin]).toEqual([level === 'reseller-admin', level !== 'user'])
    }
  })

  it('knows the zone of every node but one', async () => {
    const nodes = await knownNodes(store)
    expect(nodes).toHaveLength(11)
    expect(new Set(nodes.map(({ zone }) => zone))).toEqual(new Set(['ams', 'fra', 'lon']))
  })

  it('refuses a store that Strata has not set up', async () => {
    const other = await mkdtemp(join(tmpdir(), 'strata-demo-'))
    const bare = await openEmbeddedStore(other)
    const parts = {
      store: bare,
      schemas: createSchemaRepository(bare, version),
      passwords: authOf().passwords,
      clock,
      config: { admin },
    }
    await expect(fillDemo(parts)).rejects.toThrow('set up')
    expect(await bare.databases()).toEqual([])
    await bare.close()
    await rm(other, { recursive: true })
  })

  it('stores configs for 3 zones and 12 nodes that satisfy their schemas, but for the planted mistake', async () => {
    const snapshot = await createSchemaRepository(store, version).snapshot()
    const stored = await store.database('system_config').range()
    const validator = createValidator()
    const invalid = stored.filter(
      ({ id, fields }) => !validate(validator, { configDocument: id }, fields, snapshot).valid,
    )
    expect(
      invalid.map(({ fields }) => leaves(fields).filter(({ value }) => /^about \d+$/.test(String(value))).length),
    ).toEqual([1])
    expect(stored.length).toBeGreaterThan(50)
    const largest = Math.max(...stored.map(({ fields }) => Object.keys(fields).length))
    expect(largest).toBe(1 + 3 + 12 + 2)
  })

  it('stores storage documents and plans that satisfy the storage schema, once verbs are in lower case as at every write', async () => {
    const snapshot = await createSchemaRepository(store, version).snapshot()
    const stored = await store.database('system_data').range()
    const validator = createValidator()
    const results = stored.map(({ id, fields }) => ({
      id,
      result: validate(validator, { schema: 'storage' }, lowerCaseVerbs(fields), snapshot),
    }))
    expect(results.filter(({ result }) => !result.valid)).toEqual([])
    expect(stored.length).toBeGreaterThan(10)
  })
})
