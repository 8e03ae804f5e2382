import { describe, expect, it } from 'vitest'
import type { Account } from '#bff/accounts/account.ts'
import { isAuthorised } from './authorise.ts'
import type { Access, Session } from './session.ts'

/** master ▸ reseller ▸ middle ▸ addressed; `outside` is elsewhere, `distant` is a reseller that is not above. */
const addressed: Account = {
  id: 'addressed',
  name: 'Addressed',
  sortName: 'addressed',
  realm: '',
  tree: ['master', 'reseller', 'middle'],
  isEnabled: true,
  isSuperduperAdmin: false,
  isReseller: false,
  resellerId: 'reseller',
  planId: undefined,
}

type Caller = Pick<Session, 'accountId' | 'isAccountAdmin' | 'userId'> & { isSuperduperAdmin?: boolean }

const callers = {
  superduper: { accountId: 'master', userId: 'root', isAccountAdmin: false, isSuperduperAdmin: true },
  'reseller above, admin': { accountId: 'reseller', userId: 'r1', isAccountAdmin: true },
  'reseller above, user': { accountId: 'reseller', userId: 'r2', isAccountAdmin: false },
  'ancestor that is no reseller': { accountId: 'middle', userId: 'm', isAccountAdmin: true },
  'same account, admin': { accountId: 'addressed', userId: 'a1', isAccountAdmin: true },
  'same account, user': { accountId: 'addressed', userId: 'a2', isAccountAdmin: false },
  'same account, API key': { accountId: 'addressed', userId: undefined, isAccountAdmin: true },
  'same account, the user itself': { accountId: 'addressed', userId: 'u', isAccountAdmin: false },
  'below the account': { accountId: 'below', userId: 'b', isAccountAdmin: true },
  outsider: { accountId: 'outside', userId: 'o', isAccountAdmin: true },
} satisfies Record<string, Caller>

const everybody = Object.keys(callers) as (keyof typeof callers)[]

interface Row {
  readonly note: string
  readonly access: Access
  readonly account: Account | undefined
  readonly allowed: readonly (keyof typeof callers)[]
}

const sameAccount = ['same account, admin', 'same account, API key'] as const
const above = ['superduper', 'reseller above, admin', 'reseller above, user', 'ancestor that is no reseller'] as const
const adminsAbove = ['superduper', 'reseller above, admin', 'ancestor that is no reseller'] as const
const resellers = ['superduper', 'reseller above, admin'] as const

const rows: Row[] = [
  { note: 'anyone', access: { who: 'anyone' }, account: undefined, allowed: everybody },
  { note: 'authenticated', access: { who: 'authenticated' }, account: undefined, allowed: everybody },
  { note: 'superduper', access: { who: 'superduper' }, account: undefined, allowed: ['superduper'] },
  { note: 'superduper on an account', access: { who: 'superduper' }, account: addressed, allowed: ['superduper'] },
  {
    note: 'account: itself and those above',
    access: { who: 'account' },
    account: addressed,
    allowed: [...above, ...sameAccount, 'same account, user', 'same account, the user itself'],
  },
  {
    note: 'account-admin: its own admins, and those of the accounts above',
    access: { who: 'account-admin' },
    account: addressed,
    allowed: [...adminsAbove, ...sameAccount],
  },
  { note: 'no account in the path', access: { who: 'account' }, account: undefined, allowed: ['superduper'] },
  {
    note: 'storage of the system',
    access: { who: 'storage', scope: 'system' },
    account: undefined,
    allowed: ['superduper'],
  },
  {
    note: 'storage of an account: admins of its reseller and its own, no other ancestor',
    access: { who: 'storage', scope: 'account' },
    account: addressed,
    allowed: [...resellers, ...sameAccount],
  },
  {
    note: 'storage of an account whose reseller is not above it',
    access: { who: 'storage', scope: 'account' },
    account: { ...addressed, resellerId: 'outside' },
    allowed: ['superduper', 'outsider', ...sameAccount],
  },
  {
    note: 'storage of a user: the same, and the user itself',
    access: { who: 'storage', scope: 'user' },
    account: addressed,
    allowed: [...resellers, ...sameAccount, 'same account, the user itself'],
  },
  {
    note: 'plans of an account that is no reseller',
    access: { who: 'storage', scope: 'reseller-plans' },
    account: addressed,
    allowed: ['superduper'],
  },
  {
    note: 'plans of a reseller: its admins and those of the accounts above',
    access: { who: 'storage', scope: 'reseller-plans' },
    account: { ...addressed, isReseller: true },
    allowed: [...adminsAbove, ...sameAccount],
  },
]

describe(isAuthorised, () => {
  for (const { note, access, account, allowed } of rows) {
    for (const name of everybody) {
      const isAllowed = allowed.some((caller) => caller === name)
      it(`${note}: ${name} ${isAllowed ? 'may' : 'may not'}`, () => {
        expect(isAuthorised(access, { session: sessionOf(callers[name]), account, userId: 'u' })).toBe(isAllowed)
      })
    }
  }
})

function sessionOf(caller: Caller): Session {
  return {
    accountName: caller.accountId,
    isSuperduperAdmin: false,
    isReseller: false,
    resellerId: undefined,
    tree: [],
    via: 'token',
    token: '',
    claims: {},
    expiresAt: new Date(0),
    ...caller,
  }
}
