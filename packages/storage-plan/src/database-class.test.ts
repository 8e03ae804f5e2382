import { describe, expect, it } from 'vitest'
import { classifyDatabase, type DatabaseClass } from './database-class.ts'

const id = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'
const forms = [
  { note: 'the bare id', name: id, isFound: () => true },
  {
    note: 'plain',
    name: 'account/a1/b2/c3d4e5f60718293a4b5c6d7e8f90',
    isFound: (suffix: string) => suffix !== '-selectors',
  },
  {
    note: 'encoded',
    name: 'account%2Fa1%2Fb2%2Fc3d4e5f60718293a4b5c6d7e8f90',
    isFound: (suffix: string) => suffix !== '-selectors',
  },
  {
    note: 'encoded in lower case',
    name: 'account%2fa1%2fb2%2fc3d4e5f60718293a4b5c6d7e8f90',
    isFound: () => false,
  },
]

describe(classifyDatabase, () => {
  for (const { note, name, isFound } of forms) {
    for (const [suffix, expected] of [
      ['', 'account'],
      ['-202611', 'modb'],
      ['-2026', 'yodb'],
      ['-selectors', 'resource_selectors'],
    ] as const) {
      it(`${note} with "${suffix}" is ${expected} of the account`, () => {
        const { planId, ...classified } = classifyDatabase(name + suffix)
        expect(classified).toEqual({ class: expected, accountId: id })
        expect(planId === id).toBe(isFound(suffix))
      })
    }
  }

  const byName: Record<string, DatabaseClass> = {
    accounts: 'aggregate',
    token_auth: 'aggregate',
    sip_auth: 'aggregate',
    faxes: 'aggregate',
    acdc: 'aggregate',
    services: 'aggregate',
    port_requests: 'aggregate',
    webhooks: 'aggregate',
    functions: 'aggregate',
    system_config: 'system',
    system_data: 'system',
    system_schemas: 'system',
    system_media: 'system',
    system_auth: 'system',
    oauth: 'system',
    offnet: 'system',
    anonymous_cdrs: 'system',
    dedicated_ips: 'system',
    alerts: 'system',
    tasks: 'system',
    pending_notifications: 'system',
    cccps: 'system',
    'numbers/+1415': 'numbers',
    'numbers%2F%2B1415': 'numbers',
    'numbers%2f%2b1415': 'numbers',
    ratedeck: 'ratedeck',
    'ratedeck/eu': 'ratedeck',
    'ratedeck%2Feu': 'ratedeck',
    [`account/a1/b2/${id.slice(4)}-provisioner`]: 'provisioner',
    [`account%2Fa1%2Fb2%2F${id.slice(4)}-provisioner`]: 'provisioner',
    [`${id}-provisioner`]: 'unknown',
    _metadata: 'external',
    _users: 'external',
    _replicator: 'external',
    users: 'external',
    nodes: 'external',
    crossbar_schemas: 'deprecated',
    strata: 'unknown',
    '': 'unknown',
  }
  for (const [name, expected] of Object.entries(byName)) {
    it(`"${name}" is ${expected}, of no account`, () => {
      expect(classifyDatabase(name)).toEqual({ class: expected, accountId: undefined, planId: undefined })
    })
  }

  for (const { note, name, expected } of [
    { note: 'an id is any 32 characters', name: 'zzzz/zzzz zzzz-zzzz.zzzz+zzzz_zz', expected: 'account' },
    { note: 'one character less is no account', name: id.slice(1), expected: 'unknown' },
    { note: 'one character more is no account', name: `${id}0`, expected: 'unknown' },
    {
      note: 'a way that mixes both spellings is no account',
      name: `account/a1%2Fb2/${id.slice(4)}`,
      expected: 'unknown',
    },
    { note: 'five digits are no month', name: `${id}-20261`, expected: 'unknown' },
    {
      note: 'numbers are told before accounts, whatever their length',
      name: `numbers/${'1'.repeat(24)}`,
      expected: 'numbers',
    },
    { note: 'a bare word is no database of numbers', name: 'numbers', expected: 'unknown' },
  ]) {
    it(note, () => expect(classifyDatabase(name).class).toBe(expected))
  }
})
