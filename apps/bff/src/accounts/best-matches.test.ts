import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleAccount, sampleAccounts } from './account.arbitraries.ts'
import type { Account } from './account.ts'
import { compareAccounts } from './account-order.ts'
import { bestMatches, searchRank, searchText } from './best-matches.ts'

const silently = async () => {}

/** What ranking and sorting all of them gives. */
function ranked(wanted: string, accounts: readonly Account[], limit: number): Account[] {
  return accounts
    .map((account) => ({ account, rank: searchRank(wanted, account) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareAccounts(a.account, b.account))
    .slice(0, limit)
    .map(({ account }) => account)
}

describe(bestMatches, () => {
  it('has the best among what it finds, as ranking all of them would', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ö', ' ', '1'), maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(text, sampleAccounts, fc.integer({ min: 1, max: 5 }), async (wanted, some, limit) => {
        const accounts = some.toSorted(compareAccounts)
        const found = await bestMatches(wanted, accounts, limit, silently)
        const ids = new Set(accounts.filter(({ id }) => id === wanted).map(({ id }) => id))
        // An account that the text names is looked up by its id beside the search.
        const expected = ranked(wanted, accounts, limit).filter(({ id }) => wanted === '' || !ids.has(id))
        expect(found).toEqual(expect.arrayContaining(expected))
      }),
    )
  })

  describe('among 20,000 accounts', () => {
    let looked = 0
    const accounts = Array.from({ length: 20_000 }, (_, index) => {
      const name = `Company ${String(index).padStart(5, '0')} ${index % 2 === 0 ? 'Bakery' : 'Clinic'}`
      const account = sampleAccount({ id: `id${index}`, name })
      return Object.defineProperty({ ...account }, 'sortName', {
        get() {
          looked += 1
          return name.toLowerCase()
        },
      })
    })
    const search = async (wanted: string) => {
      looked = 0
      let breaths = 0
      const breathe = async () => {
        breaths += 1
      }
      const found = await bestMatches(wanted, accounts, 20, breathe)
      return { found: found.length, looked, breaths }
    }

    it('looks at the names that begin with the text, and at a few on the way there', async () => {
      const { found, looked, breaths } = await search('company 12')
      expect([found, breaths]).toEqual([20, 0])
      expect(looked).toBeLessThan(40)
    })

    it('looks at no more than are needed for enough whose later word begins with it', async () => {
      const { found, looked } = await search('bakery')
      expect(found).toBe(20)
      expect(looked).toBeLessThan(150)
    })

    it('looks at all of them once, in steps, where the text is nowhere', async () => {
      const { found, looked, breaths } = await search('nowhere')
      expect(found).toBe(0)
      expect(looked).toBeLessThan(20_050)
      expect(breaths).toBe(Math.floor(20_000 / 256))
    })
  })
})

const account = { id: 'ab12', sortName: 'grün & söhne telecom', realm: 'gs.sip.example.org' }

describe(searchRank, () => {
  for (const { note, text, rank } of [
    { note: 'nothing typed matches everything', text: '', rank: 0 },
    { note: 'the id', text: 'ab12', rank: 0 },
    { note: "the name's beginning, in other letters, with blanks around", text: ' gRÜN ', rank: 1 },
    { note: "a later word's beginning", text: 'söh', rank: 2 },
    { note: 'within a word', text: 'leco', rank: 3 },
    { note: 'the realm', text: 'example', rank: 4 },
    { note: "the id's beginning", text: 'ab1', rank: 5 },
    { note: 'something else', text: 'xyz', rank: undefined },
  ]) {
    it(note, () => expect(searchRank(searchText(text), account)).toBe(rank))
  }
})
