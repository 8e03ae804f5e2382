import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPlaces, rebaseDraft } from './changed-places.ts'

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

describe(rebaseDraft, () => {
  const base = { attachments: { x: { name: 'X', settings: { bucket: 'old', region: 'r' } } }, plan: { modb: { k: 1 } } }

  for (const { note, draft, current, fields, overlaps } of [
    {
      note: 'changes at different places both hold',
      draft: { ...base, plan: { modb: { k: 2 } } },
      current: { ...base, other: true },
      fields: { ...base, plan: { modb: { k: 2 } }, other: true },
      overlaps: [],
    },
    {
      note: 'at the same place the draft stands, and is told',
      draft: { ...base, plan: { modb: { k: 2 } } },
      current: { ...base, plan: { modb: { k: 3 } } },
      fields: { ...base, plan: { modb: { k: 2 } } },
      overlaps: ['/plan/modb/k'],
    },
    {
      note: 'the same change on both sides is none to be told',
      draft: { ...base, plan: { modb: { k: 2 } } },
      current: { ...base, plan: { modb: { k: 2 } } },
      fields: { ...base, plan: { modb: { k: 2 } } },
      overlaps: [],
    },
    {
      note: 'what the draft took away is gone',
      draft: { attachments: base.attachments },
      current: { ...base, other: true },
      fields: { attachments: base.attachments, other: true },
      overlaps: [],
    },
    {
      note: 'an entry that is gone meanwhile comes back whole with what was set in it',
      draft: { ...base, attachments: { x: { name: 'X', settings: { bucket: 'new', region: 'r' } } } },
      current: { plan: base.plan },
      fields: { plan: base.plan, attachments: { x: { name: 'X', settings: { bucket: 'new', region: 'r' } } } },
      overlaps: ['/attachments/x/settings/bucket'],
    },
    {
      note: 'taking something out of an entry that is gone leaves it gone',
      draft: { ...base, attachments: { x: { name: 'X', settings: { bucket: 'old' } } } },
      current: { plan: base.plan },
      fields: { plan: base.plan },
      overlaps: [],
    },
    {
      note: 'a document that is gone is made anew of the changes',
      draft: { ...base, plan: { modb: { k: 2 } } },
      current: {},
      fields: { plan: { modb: { k: 2 } } },
      overlaps: ['/plan/modb/k'],
    },
  ] satisfies { note: string; draft: JsonObject; current: JsonObject; fields: JsonObject; overlaps: string[] }[]) {
    it(note, () => expect(rebaseDraft(base, draft, current)).toEqual({ fields, overlaps }))
  }

  const { object } = fc.letrec<{ object: JsonObject; value: JsonObject | string | number[] }>((tie) => ({
    object: fc.dictionary(fc.constantFrom('a', 'b', 'c/d', '~'), tie('value'), { maxKeys: 3, depthIdentifier: 'json' }),
    value: fc.oneof(
      { depthSize: 'small', depthIdentifier: 'json' },
      fc.constantFrom<string>('x', 'y'),
      fc.array(fc.constantFrom(1, 2), { maxLength: 2 }),
      tie('object'),
    ),
  }))

  it('gives the draft itself where the document did not change', () => {
    fc.assert(
      fc.property(object, object, (before, after) => {
        expect(rebaseDraft(before, after, before)).toEqual({ fields: after, overlaps: [] })
      }),
    )
  })

  it('gives the current document where the draft changed nothing', () => {
    fc.assert(
      fc.property(object, object, (before, current) => {
        expect(rebaseDraft(before, before, current)).toEqual({ fields: current, overlaps: [] })
      }),
    )
  })
})
