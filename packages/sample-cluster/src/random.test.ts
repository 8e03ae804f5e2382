import { describe, expect, it } from 'vitest'
import { createRandom } from './random.ts'

describe(createRandom, () => {
  it('gives the same stream for the same label', () => {
    expect(createRandom(1, 'a').hex(64)).toBe(createRandom(1, 'a').hex(64))
  })

  it('keeps the parts of a label apart', () => {
    const labels = [['a', 'bc'], ['ab', 'c'], ['abc'], [1, 'abc'], ['1abc']]
    expect(new Set(labels.map((label) => createRandom(...label).hex(32))).size).toBe(labels.length)
  })

  it('gives different ids for a hundred thousand labels', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => createRandom(1, 'id', index).hex(32))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true)
  })

  it('reaches both ends of a range and nothing beyond', () => {
    const random = createRandom(1)
    const drawn = new Set(Array.from({ length: 500 }, () => random.integer(2, 5)))
    expect([...drawn].sort()).toEqual([2, 3, 4, 5])
  })

  it('takes a chance about as often as asked', () => {
    const random = createRandom(1)
    const taken = Array.from({ length: 10_000 }, () => random.chance(0.3)).filter(Boolean).length
    expect(taken).toBeGreaterThan(2800)
    expect(taken).toBeLessThan(3200)
  })

  it('samples different items in their order, at most all', () => {
    const items = ['a', 'b', 'c', 'd']
    for (let seed = 0; seed < 50; seed += 1) {
      const sample = createRandom(seed).sample(items, 2)
      expect(sample).toEqual([...new Set(sample)].sort())
      expect(sample).toHaveLength(2)
    }
    expect(createRandom(1).sample(items, 9)).toEqual(items)
    expect(createRandom(1).sample([], 2)).toEqual([])
  })
})
