import { describe, expect, it } from 'vitest'
import { resettingOperations, settingOperations } from './cell-operations.ts'

const cells = [
  { row: '/a', column: 'default' },
  { row: '/a', column: 'app@new' },
]

describe(settingOperations, () => {
  it('sets every cell that does not have the value yet', () =>
    expect(settingOperations({ default: { a: 5 } }, cells, 5)).toEqual([
      { section: 'app@new', pointer: '/a', op: 'set', value: 5 },
    ]))
})

describe(resettingOperations, () => {
  it('removes what the cells set, and nothing else', () =>
    expect(resettingOperations({ stored: { default: { a: 5 } }, drafted: { default: { a: 5 } } }, cells)).toEqual([
      { section: 'default', pointer: '/a', op: 'remove' },
    ]))

  it('takes a section that only the draft began with its last value', () =>
    expect(resettingOperations({ stored: {}, drafted: { 'app@new': { a: 5 } } }, cells)).toEqual([
      { section: 'app@new', pointer: '/a', op: 'remove' },
      { section: 'app@new', pointer: '', op: 'remove' },
    ]))

  it('leaves such a section where it sets more', () =>
    expect(resettingOperations({ stored: {}, drafted: { 'app@new': { a: 5, b: 1 } } }, cells)).toHaveLength(1))
})
