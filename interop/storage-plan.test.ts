import type { JsonObject } from '@strata/json'
import {
  builtInStorage,
  classifyDatabase,
  type DatabaseClass,
  layeredStorage,
  plainSettings,
  resolveDatabase,
  type StorageLayer,
} from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'

const id = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'
const plain = 'account/a1/b2/c3d4e5f60718293a4b5c6d7e8f90'
const encoded = plain.replaceAll('/', '%2F')
const lower = plain.replaceAll('/', '%2f')

function ask(documents: { system?: JsonObject; account?: JsonObject }, database: string, type?: string) {
  const layers: StorageLayer[] = [{ name: 'built-in', values: builtInStorage }]
  for (const name of ['system', 'account'] as const) {
    const values = documents[name]
    if (values !== undefined) layers.push({ name, values })
  }
  return resolveDatabase(layeredStorage(layers), { database, type }).route
}

/** What `kzs_plan` gave: the handler's id and what its module gets, or undefined for files that stay. */
describe('where files go', () => {
  const system = {
    attachments: { S: { handler: 's3', settings: { bucket: 'sysbkt', key: 'K', secret: 'X' } } },
    plan: { modb: { attachments: { handler: 'S' } } },
  }
  const account = {
    attachments: { H: { handler: 'http', settings: { url: 'https://h', folder_base_path: 'base' } } },
    plan: { modb: { types: { fax: { attachments: { handler: 'H', params: { folder_path: 'faxes' } } } } } },
  }
  const s3 = { id: 'S', settings: { bucket: 'sysbkt', key: 'K', secret: 'X' } }
  for (const { documents, database, type, kazoo } of [
    {
      documents: { system, account },
      database: `${plain}-202611`,
      type: 'fax',
      kazoo: { id: 'H', settings: { url: 'https://h', folder_base_path: 'base', folder_path: 'faxes' } },
    },
    { documents: { system, account }, database: `${plain}-202611`, type: 'mailbox_message', kazoo: s3 },
    { documents: { system, account }, database: plain, type: 'media', kazoo: undefined },
    { documents: { system }, database: `${plain}-202611`, type: 'fax', kazoo: s3 },
  ]) {
    it(`${type} of ${database}, ${Object.keys(documents).join(' and ')}: ${kazoo?.id ?? 'CouchDB'}`, () => {
      const { connection, backEnd } = ask(documents, database, type)
      expect(connection.id.value).toBe('local')
      expect(backEnd && { id: backEnd.id.value, settings: plainSettings(backEnd) }).toEqual(kazoo)
    })
  }
})

/** What `kzs_plan:plan/1,2` gave: the connection; `crash` is `{badmap, …}` where the plan is read. */
describe('where documents go', () => {
  const connections = { C: { settings: {} }, D: { settings: {} } }
  const aggregate = (rule: JsonObject) => ({ system: { connections, plan: { aggregate: rule } } })
  const types = { fax: { connection: 'local' } }
  const selectors = {
    system: { connections, plan: { account: { connection: 'C' } } },
    account: { plan: { account: { connection: 'D' } } },
  }
  for (const { documents, database, type, kazoo } of [
    { documents: aggregate({ connection: 'C' }), database: 'accounts', kazoo: 'crash' },
    { documents: aggregate({ connection: 'C' }), database: 'faxes', type: 'fax', kazoo: 'crash' },
    { documents: aggregate({ connection: 'C', types: {} }), database: 'accounts', kazoo: 'crash' },
    { documents: aggregate({ connection: 'C', types: [] }), database: 'accounts', kazoo: 'crash' },
    { documents: aggregate({ connection: 'C', types }), database: 'accounts', kazoo: 'C' },
    { documents: aggregate({ connection: 'C', types }), database: 'faxes', type: 'fax', kazoo: 'local' },
    { documents: aggregate({ connection: 'C', types }), database: 'services', kazoo: 'C' },
    {
      documents: aggregate({ connection: 'C', database: { names: ['faxes'] } }),
      database: 'accounts',
      kazoo: 'local',
    },
    {
      documents: aggregate({ connection: 'C', database: { names: ['faxes'] } }),
      database: 'accounts',
      type: 'account',
      kazoo: 'crash',
    },
    { documents: {}, database: 'accounts', kazoo: 'local' },
    { documents: {}, database: 'services', kazoo: 'local' },
    {
      documents: { system: { connections, plan: { system: { connection: 'C' } } } },
      database: 'services',
      kazoo: 'local',
    },
    {
      documents: { account: { connections, plan: { account: { connection: 'C', types: null } } } },
      database: plain,
      kazoo: 'crash',
    },
    { documents: selectors, database: plain, kazoo: 'D' },
    { documents: selectors, database: `${plain}-selectors`, kazoo: 'C' },
    { documents: selectors, database: `${encoded}-selectors`, kazoo: 'C' },
    { documents: selectors, database: `${id}-selectors`, kazoo: 'D' },
    { documents: selectors, database: lower, kazoo: 'C' },
  ] satisfies {
    documents: { system?: JsonObject; account?: JsonObject }
    database: string
    type?: string
    kazoo: string
  }[]) {
    it(`${type ?? 'all'} of ${database}, ${JSON.stringify(documents)}: ${kazoo}`, () => {
      const { connection, problems } = ask(documents, database, type)
      const isCrash = problems.some(({ kind }) => kind === 'no-types')
      expect(isCrash ? 'crash' : connection.id.value).toBe(kazoo)
    })
  }
})

/** What `kzs_util` gave: the class, and whether it finds the account by the name. */
describe('the class of a database', () => {
  const classes: Record<string, [DatabaseClass, isFound?: boolean]> = {
    [id]: ['account', true],
    [plain]: ['account', true],
    [encoded]: ['account', true],
    [lower]: ['account', false],
    [`${id}-202611`]: ['modb', true],
    [`${plain}-202611`]: ['modb', true],
    [`${encoded}-202611`]: ['modb', true],
    [`${lower}-202611`]: ['modb', false],
    [`${plain}-2026`]: ['yodb', true],
    [`${lower}-2026`]: ['yodb', false],
    [`${id}-selectors`]: ['resource_selectors', true],
    [`${plain}-selectors`]: ['resource_selectors', false],
    [`${encoded}-selectors`]: ['resource_selectors', false],
    [`${lower}-selectors`]: ['resource_selectors', false],
    [`${plain}-provisioner`]: ['provisioner'],
    [`${encoded}-provisioner`]: ['provisioner'],
    [`${id}-provisioner`]: ['unknown'],
    'foo-provisioner': ['unknown'],
    services: ['aggregate'],
    accounts: ['aggregate'],
    system_data: ['system'],
    _metadata: ['external'],
    _users: ['external'],
    nodes: ['external'],
    'numbers/+1415': ['numbers'],
    'numbers%2F%2B1415': ['numbers'],
    numbers: ['unknown'],
    ratedeck: ['ratedeck'],
    'ratedeck/eu': ['ratedeck'],
    strata: ['unknown'],
    [`${id}-20261`]: ['unknown'],
  }
  for (const [name, [databaseClass, isFound]] of Object.entries(classes)) {
    it(`${name} is ${databaseClass}${isFound === false ? ', and the account is not found' : ''}`, () => {
      const { class: classified, accountId, planId } = classifyDatabase(name)
      expect(classified).toBe(databaseClass)
      expect(accountId === undefined ? undefined : planId === accountId).toBe(isFound)
    })
  }

  it('departure: a suffix of letters is no month or year, though KAZOO counts characters alone', () => {
    expect(classifyDatabase(`${id}-abcdef`).class).toBe('unknown')
  })
})
