import type { JsonValue } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueChanges } from './value-changes.ts'

const marker = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }

describe(valueChanges, () => {
  const cases: { note: string; before: JsonValue; after: JsonValue; expected: unknown }[] = [
    { note: 'numbers are told as a whole', before: 1, after: 2, expected: undefined },
    { note: 'short texts are told as a whole', before: 'deny', after: 'allow', expected: undefined },
    {
      note: 'a long text that is the same has none',
      before: 'x'.repeat(40),
      after: 'x'.repeat(40),
      expected: undefined,
    },
    { note: 'values of two kinds are told as a whole', before: ['a'], after: 'a', expected: undefined },
    { note: 'what stands for secrets is told as a whole', before: marker, after: marker, expected: undefined },
    {
      note: 'a list is told by the items that came and went',
      before: ['a', 'b', { x: 1 }],
      after: ['a', { x: 1 }, 'c'],
      expected: {
        kind: 'items',
        items: [
          { key: undefined, before: 'b', after: undefined },
          { key: undefined, before: undefined, after: 'c' },
        ],
      },
    },
    {
      note: 'a long text without spaces is told by its letters',
      before: 'https://one.example.net/path',
      after: 'https://one.example.org/path',
      expected: {
        kind: 'text',
        parts: [
          { kind: 'same', text: 'https://one.example.' },
          { kind: 'removed', text: 'net' },
          { kind: 'added', text: 'org' },
          { kind: 'same', text: '/path' },
        ],
      },
    },
    {
      note: 'a long text is told by its words',
      before: 'the quick brown fox jumps',
      after: 'the quick red fox jumps',
      expected: {
        kind: 'text',
        parts: [
          { kind: 'same', text: 'the quick ' },
          { kind: 'removed', text: 'brown' },
          { kind: 'added', text: 'red' },
          { kind: 'same', text: ' fox jumps' },
        ],
      },
    },
  ]
  for (const { note, before, after, expected } of cases) {
    it(note, () => expect(valueChanges(before, after)).toEqual(expected))
  }

  it('tells an object by its entries: added, removed, changed', () =>
    expect(valueChanges({ a: 1, b: { c: 2, d: 3 } }, { b: { c: 4, d: 3 }, e: [] })).toMatchObject({
      items: [
        { key: 'a', before: 1, after: undefined },
        { key: 'b.c', before: 2, after: 4 },
        { key: 'e', before: undefined, after: [] },
      ],
    }))

  for (const { note, empty, filled } of [
    { note: 'of an empty object', empty: {}, filled: { list: [] } },
    { note: 'of an empty entry', empty: { list: {} }, filled: { list: { x: 1 } } },
  ]) {
    it(`tells the first entry ${note} as the one thing that came, and its last as the one that goes`, () => {
      expect(valueChanges(empty, filled)).toMatchObject({ items: [{ before: undefined }] })
      expect(valueChanges(filled, empty)).toMatchObject({ items: [{ after: undefined }] })
    })
  }

  it('leaves nothing of a text out', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 24 }), fc.string({ minLength: 24 }), (before, after) => {
        const changes = valueChanges(before, after)
        const parts = changes?.kind === 'text' ? changes.parts : []
        const textOf = (gone: string) =>
          parts
            .filter(({ kind }) => kind !== gone)
            .map(({ text }) => text)
            .join('')
        if (parts.length > 0) expect([textOf('added'), textOf('removed')]).toEqual([before, after])
      }),
    ))
})
