import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleAccounts } from './account.arbitraries.ts'
import type { Account } from './account.ts'
import { compareAccounts, merged, ordered } from './account-order.ts'

const inOrder = (accounts: readonly Account[]) => accounts.toSorted(compareAccounts)
const result = <T>(work: Generator<unknown, T>): T => {
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value
}

describe(compareAccounts, () => {
  it('goes by the name whatever the case, then as it is written, then by id', () => {
    const [first, second, third, fourth] = ['alpha', 'Beta', 'beta', 'beta'].map((name, index) => ({
      name,
      sortName: name.toLowerCase(),
      id: String(index),
    }))
    const all = [fourth, third, second, first].flatMap((each) => each ?? [])
    expect(all.sort(compareAccounts).map(({ id }) => id)).toEqual(['0', '1', '2', '3'])
  })
})

describe(merged, () => {
  it('of two ordered lists is all of both, in order', () => {
    fc.assert(
      fc.property(sampleAccounts, sampleAccounts, (a, b) => {
        expect(merged(inOrder(a), inOrder(b))).toEqual(inOrder([...a, ...b]))
      }),
    )
  })
})

describe(ordered, () => {
  it('sorts, and stops for breath after every 2,000', () => {
    const accounts = fc.sample(fc.noShrink(sampleAccounts), { numRuns: 400, seed: 1 }).flat()
    const many = Array.from({ length: Math.ceil(9000 / accounts.length) }, () => accounts)
      .flat()
      .slice(0, 9000)
    expect(result(ordered(many))).toEqual(inOrder(many))
    let stops = 0
    const work = ordered(many)
    while (work.next().done !== true) stops += 1
    // Five runs, and five merges of these.
    expect(stops).toBe(5 + 3 + 2 + 1)
  })
})
