import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { changedPlaces } from './changed-places.ts'

const secret = (fingerprint: string) => ({ $secret: 'set', fingerprint })

describe(changedPlaces, () => {
  for (const { note, before, after, expected } of [
    { note: 'nothing differs', before: { a: { b: 1 } }, after: { a: { b: 1 } }, expected: [] },
    { note: 'the order of keys is no change', before: { a: 1, b: 2 }, after: { b: 2, a: 1 }, expected: [] },
    { note: 'a leaf', before: { a: { b: 1, c: 2 } }, after: { a: { b: 9, c: 2 } }, expected: ['/a/b'] },
    { note: 'a new entry is one change', before: {}, after: { a: { b: 1, c: { d: 2 } } }, expected: ['/a'] },
    { note: 'a removed entry is one change', before: { a: { b: 1, c: 2 } }, after: {}, expected: ['/a'] },
    { note: 'a list is compared as a whole', before: { a: [{ b: 1 }] }, after: { a: [{ b: 2 }] }, expected: ['/a'] },
    { note: 'a secret is one leaf', before: { s: secret('1') }, after: { s: secret('2') }, expected: ['/s'] },
    { note: 'a replaced secret', before: { s: secret('1') }, after: { s: 'new' }, expected: ['/s'] },
    { note: 'an object in place of a text', before: { a: 'x' }, after: { a: { b: 1 } }, expected: ['/a'] },
    { note: 'keys are escaped', before: { 'a/b': { '~': 1 } }, after: { 'a/b': { '~': 2 } }, expected: ['/a~1b/~0'] },
  ] satisfies { note: string; before: JsonObject; after: JsonObject; expected: string[] }[]) {
    it(note, () => expect(changedPlaces(before, after)).toEqual(expected))
  }
})
