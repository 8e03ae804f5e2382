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

describe('a key that begins with default', () => {
  const places = [
    { row: '/default/x', column: 'default' },
    { row: '/default/x', column: 'z1' },
  ]
  const drafted = { default: { x: 1 }, z1: { default: { x: 1 } } }

  it('is set and reset where nodes look for it', () => {
    const pointers = [
      ['default', '/x'],
      ['z1', '/default/x'],
    ]
    const setting = settingOperations(drafted, places, 5)
    const resetting = resettingOperations({ stored: drafted, drafted }, places)
    for (const operations of [setting, resetting]) {
      expect(operations.map(({ section, pointer }) => [section, pointer])).toEqual(pointers)
    }
  })
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
