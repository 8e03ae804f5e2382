import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { type LayeredStorage, layeredStorage } from './layered-storage.ts'
import { type DatabaseQuestion, resolveDatabase } from './resolve-database.ts'
import { builtInStorage } from './storage-layer.ts'

const id = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'
const plain = 'account/a1/b2/c3d4e5f60718293a4b5c6d7e8f90'

/** Every class and some databases have a connection of their own, so that the answer tells which was asked. */
const system: JsonObject = {
  connections: Object.fromEntries(
    ['account', 'modb', 'yodb', 'system', 'media', 'numbers', 'ratedeck', 'accounts', 'deck', 'fax'].map((name) => [
      name,
      { name },
    ]),
  ),
  plan: {
    account: { connection: 'account' },
    modb: { connection: 'modb', types: { fax: { connection: 'fax' } } },
    yodb: { connection: 'yodb' },
    system: {
      connection: 'system',
      types: {
        system_media: { connection: 'media' },
        numbers: { connection: 'numbers' },
        'ratedeck/eu': { connection: 'deck' },
        accounts: { connection: 'accounts' },
        system_data: { connection: 'media' },
        services: { connection: 'media' },
      },
    },
  },
}

function layers(system: JsonObject, account: JsonObject = {}): LayeredStorage {
  return layeredStorage([
    { name: 'built-in', values: builtInStorage },
    { name: 'system', values: system },
    { name: 'account', values: account },
  ])
}

const withAggregate = (aggregate: JsonObject): JsonObject => ({
  ...system,
  plan: { ...(system.plan as JsonObject), aggregate },
})

describe(resolveDatabase, () => {
  for (const { note, database, type, expected } of [
    { note: 'a database of an account', database: plain, type: 'media', expected: 'account' },
    {
      note: 'its selectors by the bare id are resolved as the account',
      database: `${id}-selectors`,
      type: 'x',
      expected: 'account',
    },
    { note: 'its month', database: `${plain}-202611`, type: 'media', expected: 'modb' },
    {
      note: 'a type of its month, encoded',
      database: `account%2Fa1%2Fb2%2F${id.slice(4)}-202611`,
      type: 'fax',
      expected: 'fax',
    },
    { note: 'its year', database: `${id}-2026`, type: 'x', expected: 'yodb' },
    {
      note: 'a database of the system is a type by its name',
      database: 'system_media',
      type: 'media',
      expected: 'media',
    },
    { note: 'one without a rule of its own', database: 'offnet', type: 'x', expected: 'system' },
    { note: 'an aggregate without a plan for aggregates', database: 'accounts', type: 'account', expected: 'accounts' },
    { note: 'all numbers are one type', database: 'numbers/+1415', type: 'number', expected: 'numbers' },
    { note: 'a ratedeck by its whole name', database: 'ratedeck/eu', type: 'rate', expected: 'deck' },
    { note: 'what is not known belongs to the system', database: 'strata', type: 'x', expected: 'system' },
    { note: 'system_data stays, whatever the plan says', database: 'system_data', type: 'storage', expected: 'local' },
    { note: 'services stay, without a plan for aggregates', database: 'services', type: 'service', expected: 'local' },
  ]) {
    it(`${note}: ${expected}`, () => {
      const { route } = resolveDatabase(layers(system), { database, type })
      expect(route.connection.id.value).toBe(expected)
      expect(route.problems).toEqual([])
    })
  }

  it('system_config stays, and no rule is asked', () => {
    const { route } = resolveDatabase(layers(system), { database: 'system_config', type: undefined })
    expect([route.consulted, route.connection.id]).toEqual([undefined, { value: 'local', by: undefined }])
  })

  it('an aggregate is its own class where the system has a plan for it', () => {
    const own = withAggregate({ connection: 'media', types: { fax: { connection: 'fax' } } })
    const ask = (question: DatabaseQuestion) => resolveDatabase(layers(own), question).route.connection.id.value
    expect(ask({ database: 'faxes', type: 'fax' })).toBe('fax')
    expect(ask({ database: 'faxes', type: 'other' })).toBe('media')
    expect(ask({ database: 'faxes', type: undefined })).toBe('media')
  })

  it('services follow the plan for aggregates, unless it is for other databases', () => {
    const ask = (aggregate: JsonObject, type?: string) =>
      resolveDatabase(layers(withAggregate(aggregate)), { database: 'services', type }).route.connection.id.value
    const types = { fax: { connection: 'fax' } }
    expect(ask({ connection: 'media', types }, 'service')).toBe('media')
    expect(ask({ connection: 'media', types })).toBe('media')
    expect(ask({ connection: 'media', types, database: { names: ['faxes'] } })).toBe('local')
  })

  for (const database of [`${plain}-selectors`, plain.replaceAll('/', '%2f')]) {
    it(`${database}: KAZOO does not find the account, so that the system's rule holds`, () => {
      const own = { plan: { account: { connection: 'modb' } } }
      const { route } = resolveDatabase(layers(system, own), { database, type: 'x' })
      expect(route.connection.id.value).toBe('account')
      expect(route.problems).toEqual([{ kind: 'account-not-found', id, pointer: '/plan/account', layer: undefined }])
    })
  }

  it("an account's document has no say in databases of the system", () => {
    const own = { plan: { system: { connection: 'modb' }, aggregate: { connection: 'modb' } } }
    const ask = (database: string) =>
      resolveDatabase(layers(system, own), { database, type: undefined }).route.connection.id.value
    expect([ask('offnet'), ask('accounts')]).toEqual(['system', 'accounts'])
  })

  describe('asked as a whole', () => {
    it('lists the other connections that types go to, if they exist and are not its own', () => {
      const types = {
        fax: { connection: 'fax' },
        media: { connection: 'fax' },
        a: { connection: 'account' },
        b: { connection: 'gone' },
        c: { attachments: { stub: true } },
      }
      const own = { ...system, plan: { modb: { connection: 'account', types } } }
      const ask = (type: string | undefined) => resolveDatabase(layers(own), { database: `${plain}-202611`, type })
      expect(ask(undefined)).toMatchObject({ others: ['fax'], route: { connection: { id: { value: 'account' } } } })
      expect(ask('fax').others).toEqual([])
    })

    it('a class with names is for those accounts only; a question for a type does not look at them', () => {
      const named = (names: string[]) => layers(system, { plan: { modb: { database: { names } } } })
      const ask = (names: string[], type?: string) =>
        resolveDatabase(named(names), { database: `${plain}-202611`, type })
      expect(ask([id]).route.problems).toEqual([])
      expect(ask([]).route.problems).toEqual([])
      expect(ask(['other'], 'media').route.problems).toEqual([])
      const refused = ask(['other']).route
      expect(refused.problems).toEqual([
        { kind: 'no-plan', id: 'modb', pointer: '/plan/modb/database/names', layer: 'account' },
      ])
      expect(refused.connection.id.value).toBe('local')
    })

    it('aggregates are named by their databases; the others belong to the system', () => {
      const own = withAggregate({ connection: 'media', database: { names: ['faxes'] } })
      const ask = (database: string) =>
        resolveDatabase(layers(own), { database, type: undefined }).route.connection.id.value
      expect([ask('faxes'), ask('accounts'), ask('webhooks')]).toEqual(['media', 'accounts', 'system'])
    })
  })
})
