import { describe, expect, it } from 'vitest'
import { branchIndex } from './branch-index.ts'

const tagged = [
  { properties: { kind: { enum: ['a'] }, size: { enum: ['s'] } } },
  { properties: { size: { type: 'integer' }, kind: { enum: ['b'] } } },
]

describe(branchIndex, () => {
  for (const { note, branches, value, index } of [
    { note: 'the alternative with the value of the tag', branches: tagged, value: { kind: 'b' }, index: 1 },
    { note: 'none for a value that no alternative has', branches: tagged, value: { kind: 'c' }, index: undefined },
    { note: 'none for a value without the tag', branches: tagged, value: { size: 's' }, index: undefined },
    { note: 'none for what is no object', branches: tagged, value: 'a', index: undefined },
    {
      note: 'none where one alternative has no tag',
      branches: [...tagged, { type: 'string' }],
      value: { kind: 'a' },
      index: undefined,
    },
    {
      note: 'none where the tag has several values',
      branches: [{ properties: { kind: { enum: ['a', 'b'] } } }],
      value: { kind: 'a' },
      index: undefined,
    },
    { note: 'none without alternatives', branches: [], value: { kind: 'a' }, index: undefined },
  ]) {
    it(note, () => expect(branchIndex(branches, value)).toBe(index))
  }
})
