import { describe, expect, it } from 'vitest'
import { outermostList } from './outermost-list.ts'

describe(outermostList, () => {
  const values = { a: { b: [{ c: [1] }] } }
  for (const { note, pointer, place } of [
    { note: 'a place inside lists is the outermost of them', pointer: '/a/b/0/c/0', place: '/a/b' },
    { note: 'a list is itself', pointer: '/a/b', place: '/a/b' },
    { note: 'a place outside of lists is itself', pointer: '/a/x', place: '/a/x' },
  ]) {
    it(note, () => expect(outermostList(values, pointer)).toBe(place))
  }
})
