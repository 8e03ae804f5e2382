import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { pruneEmptied } from './prune-emptied.ts'

/** What RJSF hands over may hold `undefined`, which JSON does not know. */
function fromRjsf(value: unknown): JsonObject {
  return value as JsonObject
}

describe(pruneEmptied, () => {
  for (const { note, next, previous, changed, expected } of [
    { note: 'a cleared key goes', next: { a: undefined, b: 1 }, previous: { a: 2, b: 1 }, expected: { b: 1 } },
    {
      note: 'an object that the change emptied goes, and the one around it',
      next: { a: { b: { c: undefined } } },
      previous: { a: { b: { c: 1 } } },
      changed: '/a/b/c',
      expected: {},
    },
    {
      note: 'an object emptied by the removal of its last entry goes',
      next: { a: {} },
      previous: { a: { b: 1 } },
      changed: '/a/b',
      expected: {},
    },
    {
      note: 'clearing what was never set leaves no parents behind',
      next: { a: { b: undefined } },
      previous: {},
      changed: '/a/b',
      expected: {},
    },
    {
      note: 'an empty object that was there stays',
      next: { a: {}, b: 1 },
      previous: { a: {} },
      expected: { a: {}, b: 1 },
    },
    {
      note: 'an object set to empty stays',
      next: { a: {} },
      previous: { a: { b: 1 } },
      changed: '/a',
      expected: { a: {} },
    },
    { note: 'a new empty object stays', next: { a: {} }, previous: {}, changed: '/a', expected: { a: {} } },
    {
      note: 'an item of a list stays, whatever is left of it',
      next: { a: [{ b: undefined }, { c: { d: undefined } }] },
      previous: { a: [{ b: 1 }, { c: { d: 1 } }] },
      expected: { a: [{}, {}] },
    },
    {
      note: 'keys with dots, slashes and tildes are keys like others',
      next: { 'a.b/c~d': { e: undefined } },
      previous: { 'a.b/c~d': { e: 1 } },
      changed: '/a.b~1c~0d/e',
      expected: {},
    },
  ]) {
    it(note, () => expect(pruneEmptied(fromRjsf(next), previous, (pointer) => pointer === changed)).toEqual(expected))
  }
})
