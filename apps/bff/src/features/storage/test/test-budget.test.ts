import { describe, expect, it } from 'vitest'
import { createTestBudget } from './test-budget.ts'

const forEver = new AbortController().signal
const soon = () => new Promise((resolve) => setImmediate(resolve))

describe(createTestBudget, () => {
  it('gives 16 turns to an account, and 48 to all of them', () => {
    const budget = createTestBudget()
    for (const account of ['a', 'b', 'c']) {
      for (let turn = 0; turn < 16; turn += 1) budget.begin(account)
      expect(() => budget.begin(account)).toThrow(/^16 tests of this account are running/)
    }
    expect(() => budget.begin('d')).toThrow(/^48 tests are running/)
  })

  it('gives a turn that ends to whoever has the fewest, then to who came first', async () => {
    const budget = createTestBudget()
    const ends = ['a', 'b', 'c'].flatMap((account) => Array.from({ length: 16 }, () => budget.begin(account)))
    const served: string[] = []
    for (const account of ['a', 'a', 'd', 'd', 'e']) {
      void budget.waitFor(account, forEver).then(() => served.push(account))
    }
    for (const end of ends.slice(0, 4)) {
      end()
      await soon()
    }
    expect(served).toEqual(['d', 'e', 'd', 'a'])
  })

  it('keeps no turn for who gave up waiting', async () => {
    const budget = createTestBudget()
    const ends = Array.from({ length: 16 }, () => budget.begin('a'))
    const impatient = new AbortController()
    const waiting = budget.waitFor('a', impatient.signal)
    impatient.abort()
    await expect(waiting).rejects.toMatchObject({ kind: 'too-many' })
    await expect(budget.waitFor('a', AbortSignal.abort())).rejects.toMatchObject({ kind: 'too-many' })
    ends[0]?.()
    budget.begin('a')
    expect(() => budget.begin('a')).toThrow(/16 tests/)
  })
})
