import fc from 'fast-check'
import type { Account } from './account.ts'

/** Accounts whose names often meet. */
export const sampleAccounts: fc.Arbitrary<Account[]> = fc.array(
  fc
    .record({
      id: fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 3, maxLength: 6 }),
      name: fc.string({ unit: fc.constantFrom('a', 'B', 'b', 'ö', ' '), maxLength: 4 }),
      realm: fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 4 }),
    })
    .map(({ id, name, realm }) => sampleAccount({ id, name, realm })),
  { maxLength: 30 },
)

/** An account of which only this matters. */
export function sampleAccount(of: Pick<Account, 'id' | 'name'> & Partial<Account>): Account {
  return {
    sortName: of.name.toLowerCase(),
    realm: '',
    tree: [],
    isEnabled: true,
    isSuperduperAdmin: false,
    isReseller: false,
    resellerId: undefined,
    planId: undefined,
    ...of,
  }
}
