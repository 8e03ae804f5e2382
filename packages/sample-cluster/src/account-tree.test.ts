import { describe, expect, it } from 'vitest'
import { accountTree } from './account-tree.ts'

const all = (seed: number, count: number) => {
  const tree = accountTree(seed, count)
  return { tree, accounts: Array.from({ length: count }, (_, index) => tree.at(index)) }
}

describe(accountTree, () => {
  for (const count of [1, 2, 3, 40, 500]) {
    describe(`of ${count}`, () => {
      const { tree, accounts } = all(7, count)
      const byId = new Map(accounts.map((account) => [account.id, account]))

      it('has different ids, names and realms', () => {
        for (const key of ['id', 'name', 'realm'] as const) {
          expect(new Set(accounts.map((account) => account[key])).size).toBe(count)
        }
      })

      it('has one root, master', () => {
        expect(accounts.filter((account) => account.tree.length === 0)).toEqual([tree.at(0)])
      })

      it("continues every parent's tree", () => {
        for (const account of accounts.slice(1)) {
          const parent = byId.get(account.tree.at(-1) ?? '')
          expect(account.tree).toEqual([...(parent?.tree ?? []), parent?.id])
        }
      })

      it('names the nearest reseller above, master its own', () => {
        for (const account of accounts) {
          const nearest = account.tree.findLast((id) => byId.get(id)?.isReseller)
          expect(account.resellerId).toBe(nearest ?? account.id)
        }
      })

      it('has the resellers it says, and enabled ones', () => {
        const resellers = accounts.filter(({ isReseller }) => isReseller)
        expect(resellers).toHaveLength(tree.resellers + 1)
        expect(resellers.every(({ isEnabled }) => isEnabled)).toBe(true)
      })
    })
  }

  it('makes any account by itself', () => {
    expect(accountTree(7, 500).at(321)).toEqual(all(7, 500).accounts[321])
  })

  it('of forty has resellers below resellers, sub-accounts and disabled accounts', () => {
    const { accounts } = all(7, 40)
    expect(accounts.some(({ isReseller, tree }) => isReseller && tree.length === 2)).toBe(true)
    expect(accounts.some(({ tree }) => tree.length >= 3)).toBe(true)
    expect(accounts.some(({ isEnabled }) => !isEnabled)).toBe(true)
  })

  it('of a hundred thousand has different names still', () => {
    const tree = accountTree(7, 100_000)
    const names = Array.from({ length: 20_000 }, (_, index) => tree.at(index * 5).name)
    expect(new Set(names).size).toBe(names.length)
  })
})
