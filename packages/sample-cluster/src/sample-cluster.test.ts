import { getAt, isJsonObject, type JsonObject } from '@strata/json'
import { leaves, sectionKind } from '@strata/layered-config'
import { describe, expect, it } from 'vitest'
import { clusterSizes } from './cluster-sizes.ts'
import { type ClusterOptions, sampleCluster } from './sample-cluster.ts'
import type { SampleDocument } from './sample-document.ts'
import { brokenCategory, busiestCategory, retiredNode } from './system-configs.ts'

const now = 63_960_000_000
const defaults: Record<string, JsonObject> = {
  accounts: { default_timezone: 'America/Los_Angeles', allow_subaccounts_for_direct: true },
  auth: { enabled: true },
  busy: { timeout_ms: 2000, retries: 3, pool: { size: 5, use: true }, codecs: ['PCMU', 'PCMA'], host: '', limits: {} },
  calm: { interval_s: 60, enabled: false, name: 'calm' },
  next: { name: 'next', interval_s: 60, enabled: false, size: 1, burst: 2 },
  'crossbar.auth': { token_auth_expiry_s: 3600, enabled: true },
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`category${index}`, { a: index, b: true, c: 'text' }]),
  ),
}
const options: ClusterOptions = { seed: 3, now, defaults }
const cluster = sampleCluster(options)
const documents = [...cluster.documents()]

const inDatabase = (name: string): SampleDocument[] => documents.filter(({ database }) => database === name)
const ofType = (type: string): SampleDocument[] => documents.filter((document) => document.private.type === type)
const find = (database: string, id: string): SampleDocument | undefined =>
  inDatabase(database).find((document) => document.id === id)

describe(sampleCluster, () => {
  it('is the same for the same options, each time it is asked', () => {
    expect([...cluster.documents()]).toEqual(documents)
    expect([...sampleCluster(options).documents()]).toEqual(documents)
  })

  it('is another one for another seed', () => {
    expect(sampleCluster({ ...options, seed: 4 }).masterAccountId).not.toBe(cluster.masterAccountId)
  })

  it('groups documents by database and gives each once', () => {
    const databases = documents.map(({ database }) => database)
    const starts = databases.filter((name, index) => name !== databases[index - 1])
    expect(new Set(starts).size).toBe(starts.length)
    expect(new Set(documents.map(({ database, id }) => `${database} ${id}`)).size).toBe(documents.length)
  })

  it('keeps the spelling of CouchDB and KAZOO out of the fields', () => {
    const keys = documents.flatMap(({ fields, private: hidden }) => [...Object.keys(fields), ...Object.keys(hidden)])
    expect(keys.filter((key) => key === 'id' || key.startsWith('_') || key.startsWith('pvt_'))).toEqual([])
  })

  it('is nowhere younger than the present', () => {
    for (const { private: hidden } of documents.filter(({ private: each }) => 'created' in each)) {
      expect(hidden.created).toBeLessThanOrEqual(Number(hidden.modified))
      expect(hidden.modified).toBeLessThanOrEqual(now)
    }
  })

  it('holds no credential that a server must make', () => {
    const names = documents.flatMap(({ private: hidden }) => Object.keys(hidden))
    expect(names.filter((name) => /md5|sha1|api_key|signature/.test(name))).toEqual([])
  })

  it('holds only credentials that say they are invented', () => {
    const secret = /(secret|password|api_key|refresh_token|^key)$/
    const found = documents
      .flatMap(({ fields, private: hidden }) => [...leaves(fields), ...leaves(hidden)])
      .filter(({ pointer, value }) => secret.test(pointer.split('/').at(-1) ?? '') && typeof value === 'string')
    expect(found.length).toBeGreaterThan(5)
    for (const { value } of found) expect(`${value} ${atob64(value)}`).toMatch(/invented/i)
  })
})

describe('accounts', () => {
  for (const count of [1, 5, 40]) {
    it(`${count} are in accounts and in their own databases, with their users`, () => {
      const some = [...sampleCluster({ ...options, accounts: count, usersPerAccount: 3 }).documents()]
      const listed = some.filter(({ database }) => database === 'accounts')
      expect(listed).toHaveLength(count)
      for (const { id, fields, private: hidden } of listed) {
        const database = `account/${id.slice(0, 2)}/${id.slice(2, 4)}/${id.slice(4)}`
        const own = some.filter((document) => document.database === database)
        expect(own.find((document) => document.id === id)).toEqual({ database, id, fields, private: hidden })
        expect(own.filter((document) => document.private.type === 'user')).toHaveLength(3)
        expect(own).toHaveLength(4)
      }
    })
  }

  it('are all listed where only some have databases: the topmost, the first customers, and whoever signs in', () => {
    const { documents, signIns } = sampleCluster({ ...options, accounts: 500, accountDatabases: 20 })
    const some = [...documents()]
    const own = new Set(some.map(({ database }) => database).filter((name) => name.startsWith('account/')))
    expect(some.filter(({ database }) => database === 'accounts')).toHaveLength(500)
    expect(own.size).toBe(20)
    for (const { userId } of signIns) {
      expect(some.filter(({ id, database }) => id === userId && own.has(database))).toHaveLength(1)
    }
  })

  it('of every size are as many as it says, with 200 databases at most', () => {
    for (const [size, { accounts, ...sizes }] of Object.entries(clusterSizes)) {
      expect(accounts).toBe(size === 'small' ? 40 : Number(size.replace(',', '')))
      expect('accountDatabases' in sizes ? sizes.accountDatabases : accounts).toBe(Math.min(accounts, 200))
    }
  })

  it('have the shape that KAZOO gives an account', () => {
    for (const { id, fields, private: hidden } of inDatabase('accounts')) {
      expect(Object.keys(fields).sort()).toEqual(['enabled', 'language', 'name', 'realm', 'timezone'])
      expect(hidden).toMatchObject({ type: 'account', account_id: id, vsn: '1', enabled: fields.enabled })
      expect(hidden.account_db).toBe(`account%2F${id.slice(0, 2)}%2F${id.slice(2, 4)}%2F${id.slice(4)}`)
      expect(hidden.tree).toBeInstanceOf(Array)
      expect([typeof hidden.reseller, typeof hidden.superduper_admin]).toEqual(['boolean', 'boolean'])
    }
  })

  it('only master is superduper', () => {
    const superdupers = inDatabase('accounts').filter((document) => document.private.superduper_admin === true)
    expect(superdupers.map(({ id }) => id)).toEqual([cluster.masterAccountId])
  })

  it('users have the shape that KAZOO gives a user, and one admin each account', () => {
    const users = ofType('user').filter(({ database }) => database.startsWith('account/'))
    for (const { fields, private: hidden } of users) {
      expect(Object.keys(fields).sort()).toEqual([
        'email',
        'enabled',
        'first_name',
        'last_name',
        'priv_level',
        'username',
        'verified',
      ])
      expect(hidden).toMatchObject({ type: 'user', account_id: expect.stringMatching(/^[0-9a-f]{32}$/), vsn: '1' })
    }
    expect(users.filter((document) => document.fields.priv_level === 'admin')).toHaveLength(40)
  })

  it('can sign in at every level', () => {
    expect(cluster.signIns.map(({ level }) => level)).toEqual([
      'superduper-admin',
      'reseller-admin',
      'account-admin',
      'user',
    ])
    for (const { accountId, accountName, userId, username, level, password } of cluster.signIns) {
      const account = find('accounts', accountId)
      const user = documents.find((document) => document.id === userId && document.private.type === 'user')
      expect(account?.fields).toMatchObject({ name: accountName, enabled: true })
      expect(user?.fields).toMatchObject({ username, enabled: true, priv_level: level === 'user' ? 'user' : 'admin' })
      expect(user?.private.account_id).toBe(accountId)
      expect(account?.private.superduper_admin).toBe(level === 'superduper-admin')
      expect(account?.private.reseller).toBe(level === 'superduper-admin' || level === 'reseller-admin')
      expect(password).toMatch(/^invented-/)
    }
  })

  it('take the place of an administrator who is there already', () => {
    const master = { accountId: 'a'.repeat(32), accountName: 'Ours', userId: 'b'.repeat(32), username: 'root' }
    const ours = sampleCluster({ ...options, accounts: 5, master })
    expect(ours.signIns[0]).toMatchObject({ ...master, level: 'superduper-admin' })
    const accounts = [...ours.documents()].filter(({ database }) => database === 'accounts')
    expect(accounts[0]).toMatchObject({ id: master.accountId, fields: { name: 'Ours' } })
    expect(accounts.slice(1).every((account) => getAt(account.private, '/tree/0') === master.accountId)).toBe(true)
  })

  it('a cluster of one account has its administrator only', () => {
    expect(sampleCluster({ ...options, accounts: 1 }).signIns.map(({ level }) => level)).toEqual(['superduper-admin'])
  })
})

describe('system configs', () => {
  const configs = inDatabase('system_config')
  const overrides = configs.flatMap(({ id, fields }) =>
    Object.entries(fields).map(([section, values]) => ({ id, section, values: isJsonObject(values) ? values : {} })),
  )

  it('have the shape of a config', () => {
    for (const { private: hidden } of configs) {
      expect(hidden).toMatchObject({
        type: 'config',
        account_id: 'system_config',
        account_db: 'system_config',
        node: cluster.nodes[0]?.name,
      })
    }
    expect(new Set(configs.map((document) => document.private.vsn))).toEqual(new Set(['1', undefined]))
  })

  it('hold objects only', () => {
    for (const { fields } of configs) expect(Object.values(fields).every(isJsonObject)).toBe(true)
  })

  it('come from defaults partly, sorted, and never auth', () => {
    const ids = configs.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(ids).not.toContain('auth')
    const known = ids.filter((id) => id in defaults)
    expect(known.length).toBeGreaterThan(10)
    expect(known.length).toBeLessThan(Object.keys(defaults).length)
  })

  it('name the master account', () => {
    expect(find('system_config', 'accounts')?.fields.default).toMatchObject({
      master_account_id: cluster.masterAccountId,
    })
  })

  it('hold noise and overrides at every layer', () => {
    const differs = (id: string, values: JsonObject): boolean[] =>
      leaves(values).map(({ pointer, value }) => JSON.stringify(getAt(defaults[id], pointer)) !== JSON.stringify(value))
    const known = overrides.filter(({ id }) => id in defaults)
    for (const kind of ['default', 'zone', 'node']) {
      expect(
        known.filter(({ section }) => sectionKind(section) === kind).flatMap(({ id, values }) => differs(id, values)),
      ).toContain(true)
    }
    expect(
      known.filter(({ section }) => section === 'default').flatMap(({ id, values }) => differs(id, values)),
    ).toContain(false)
  })

  it("never change what governs a server's own behaviour", () => {
    const quiet = find('system_config', 'crossbar.auth')?.fields ?? {}
    for (const { pointer, value } of leaves(quiet)) {
      expect(getAt({ default: defaults['crossbar.auth'] ?? {} }, pointer)).toEqual(value)
    }
  })

  it('have categories without a schema', () => {
    const schemaless = configs.map(({ id }) => id).filter((id) => !(id in defaults))
    expect(schemaless).toContain('notification.new_account')
    expect(schemaless.length).toBeGreaterThan(3)
  })

  describe('the busiest category', () => {
    const fields = find('system_config', 'busy')?.fields ?? {}
    const shared = fields.default

    it('is the one with the most values to change', () => expect(busiestCategory(defaults)).toBe('busy'))

    it('has a section for default, every zone, every node, one without values and a node that is gone', () => {
      const expected = ['default', ...cluster.zones, ...cluster.nodes.map(({ name }) => name), 'mars', retiredNode]
      expect(Object.keys(fields).sort()).toEqual(expected.sort())
      expect(fields.mars).toEqual({})
    })

    it('has a node that sets back what its zone overrides', () => {
      const zone = cluster.zones[0] ?? ''
      const node = cluster.nodes.find((each) => each.zone === zone)?.name ?? ''
      const masked = leaves(isJsonObject(fields[node]) ? fields[node] : {}).filter(
        ({ pointer, value }) =>
          getAt(shared, pointer) === value &&
          getAt(fields[zone], pointer) !== undefined &&
          getAt(fields[zone], pointer) !== value,
      )
      expect(masked).toHaveLength(1)
    })

    it('has a zone whose nodes all set the same value', () => {
      const nodes = cluster.nodes.filter(({ zone }) => zone === cluster.zones.at(-1))
      const common = leaves(defaults.busy ?? {}).filter(({ pointer }) => {
        const values = nodes.map(({ name }) => JSON.stringify(getAt(fields[name], pointer)))
        return values[0] !== undefined && new Set(values).size === 1
      })
      expect(common.length).toBeGreaterThan(0)
    })

    it('has a value of the wrong type and a key that no schema knows', () => {
      const wrong = leaves(isJsonObject(shared) ? shared : {}).filter(({ pointer, value }) => {
        const schemas = getAt(defaults.busy, pointer)
        return schemas !== undefined && typeof schemas !== typeof value
      })
      expect(wrong).toHaveLength(1)
      expect(shared).toMatchObject({ legacy_option: true })
    })
  })

  it('hold one number that no conversion can save, in the next category', () => {
    expect(brokenCategory(defaults)).toBe('next')
    expect(find('system_config', 'next')?.fields.default).toMatchObject({ interval_s: 'about 60' })
  })

  it('reach a thousand sections', () => {
    const large = sampleCluster({ ...options, nodes: 1000, accounts: 1 })
    const busy = [...large.documents()].find(({ id }) => id === 'busy')
    expect(Object.keys(busy?.fields ?? {}).length).toBeGreaterThanOrEqual(1000)
  })

  it('without any defaults are those without a schema and the master account', () => {
    const bare = [...sampleCluster({ seed: 1, now, defaults: {}, zones: 0, nodes: 0, accounts: 1 }).documents()]
    expect(bare.filter(({ database }) => database === 'system_config').map(({ id }) => id)).toContain('accounts')
  })
})

describe('storage documents', () => {
  const storage = ofType('storage')
  const plans = ofType('storage_plan')
  const accountIds = new Set(inDatabase('accounts').map(({ id }) => id))
  const userIds = new Set(ofType('user').map(({ id }) => id))

  it('lie in system_data with the shape of a storage document', () => {
    for (const { database, private: hidden } of [...storage, ...plans]) {
      expect(database).toBe('system_data')
      expect(hidden).toMatchObject({
        account_db: 'system_data',
        vsn: '1',
        is_authenticated: true,
        auth_account_id: cluster.masterAccountId,
      })
    }
  })

  it('are there for the system, for accounts and for a user', () => {
    expect(storage.filter(({ id }) => id === 'system').map((document) => document.private.account_id)).toEqual([
      undefined,
    ])
    const ofAccounts = storage.filter(({ id }) => accountIds.has(id))
    expect(ofAccounts.length).toBeGreaterThan(5)
    expect(ofAccounts.every(({ id, private: hidden }) => hidden.account_id === id)).toBe(true)
    const ofUsers = storage.filter(({ id }) => userIds.has(id))
    expect(ofUsers).toHaveLength(1)
    expect(accountIds).toContain(ofUsers[0]?.private.account_id)
    expect(storage).toHaveLength(1 + ofAccounts.length + ofUsers.length)
  })

  it('have a system plan and a reseller plan', () => {
    expect(plans.map((document) => document.private.system_plan)).toEqual([true, false])
    expect(plans[0]?.private.account_id).toBeUndefined()
    expect(find('accounts', String(plans[1]?.private.account_id))?.private.reseller).toBe(true)
  })

  it('both plans are named by accounts, which name no other', () => {
    const named = inDatabase('accounts').flatMap((document) => document.private.plan_id ?? [])
    expect(new Set(named)).toEqual(new Set(plans.map(({ id }) => id)))
  })

  it("an account's storage document names the same plan as the account's", () => {
    const planOf = ({ id, private: hidden }: SampleDocument) => [id, hidden.plan_id] as const
    const named = (documents: SampleDocument[]) => documents.map(planOf).filter(([, plan]) => plan !== undefined)
    expect(new Map(named(storage))).toEqual(new Map(named(inDatabase('accounts'))))
  })

  it('have back-ends of all seven handlers', () => {
    const used = [...storage, ...plans].flatMap(({ fields }) => entriesOf(fields).map(([, entry]) => entry.handler))
    expect(new Set(used)).toEqual(
      new Set(['s3', 'azure', 'google_drive', 'google_storage', 'dropbox', 'onedrive', 'http']),
    )
  })

  it('name back-ends and connections by 32 characters, and only those they define', () => {
    for (const { fields } of [...storage, ...plans].filter((document) => Object.keys(document.fields).length > 0)) {
      const attachments = entriesOf(fields).map(([id]) => id)
      const connections = Object.keys(isJsonObject(fields.connections) ? fields.connections : {})
      expect([...attachments, ...connections].filter((id) => id !== 'local' && !/^[a-z0-9]{32}$/.test(id))).toEqual([])
      const planned = leaves(isJsonObject(fields.plan) ? fields.plan : {})
      const named = (key: string) =>
        planned.filter(({ pointer }) => pointer.endsWith(`/${key}`)).map(({ value }) => value)
      expect(named('handler').length).toBeGreaterThan(0)
      for (const handler of named('handler')) expect(attachments).toContain(handler)
      for (const connection of named('connection')) expect(connections).toContain(connection)
    }
  })

  it('name OAuth documents that are there', () => {
    const named = [...storage, ...plans].flatMap(({ fields }) =>
      entriesOf(fields).flatMap(([, entry]) => getAt(entry, '/settings/oauth_doc_id') ?? []),
    )
    const there = new Set(inDatabase('system_auth').map(({ id }) => id))
    expect(named.length).toBeGreaterThan(0)
    for (const id of named) expect(there).toContain(id)
  })
})

function entriesOf(fields: JsonObject): [string, JsonObject][] {
  return Object.entries(isJsonObject(fields.attachments) ? fields.attachments : {}).flatMap(([id, entry]) =>
    isJsonObject(entry) ? [[id, entry]] : [],
  )
}

/** What a value says when it is base64, as Azure's keys are. */
function atob64(value: unknown): string {
  return Buffer.from(String(value), 'base64').toString()
}
