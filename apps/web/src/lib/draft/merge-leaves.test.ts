import type { JsonObject, JsonValue } from '@strata/json'
import { getAt, isJsonObject } from '@strata/json'
import { leaves } from '@strata/layered-config'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeLeaves, takeAt } from './merge-leaves.ts'

const marker = (fingerprint: string) => ({ $secret: 'set', fingerprint })

describe(mergeLeaves, () => {
  for (const { note, base, mine, theirs, merged, told = [] } of [
    {
      note: 'an object that both sides begin holds what both put there',
      base: {},
      mine: { plan: { modb: { call_recording: 'a' } } },
      theirs: { plan: { modb: { fax: 'b' } } },
      merged: { plan: { modb: { fax: 'b', call_recording: 'a' } } },
    },
    {
      note: 'so does a document that both sides make',
      base: {},
      mine: { attachments: { mine: { handler: 'http' } } },
      theirs: { attachments: { theirs: { handler: 's3', settings: { secret: marker('1') } } } },
      merged: {
        attachments: { theirs: { handler: 's3', settings: { secret: marker('1') } }, mine: { handler: 'http' } },
      },
    },
    {
      note: 'mine stands where both say otherwise',
      base: { a: 1 },
      mine: { a: 2 },
      theirs: { a: 3 },
      merged: { a: 2 },
      told: ['/a'],
    },
    { note: 'the same change is no conflict', base: { a: 1 }, mine: { a: 2 }, theirs: { a: 2 }, merged: { a: 2 } },
    {
      note: 'what I took away stays away, and is told where they set something in it',
      base: { a: { b: 1 } },
      mine: {},
      theirs: { a: { b: 2 } },
      merged: {},
      told: ['/a'],
    },
    {
      note: 'where both only took away, nothing is told',
      base: { a: { b: 1, c: 1 } },
      mine: {},
      theirs: { a: { b: 1 } },
      merged: {},
    },
    {
      note: 'what they took away comes back whole with what I set in it, and is told as a whole',
      base: { a: { b: 1, c: 1 } },
      mine: { a: { b: 2, c: 1, d: 1 } },
      theirs: {},
      merged: { a: { b: 2, c: 1, d: 1 } },
      told: ['/a'],
    },
    {
      note: 'a secret is one leaf',
      base: { s: marker('1') },
      mine: { s: 'typed' },
      theirs: { s: marker('2') },
      merged: { s: 'typed' },
      told: ['/s'],
    },
    {
      note: 'a list is one leaf',
      base: { a: [1] },
      mine: { a: [1, 2] },
      theirs: { a: [] },
      merged: { a: [1, 2] },
      told: ['/a'],
    },
  ] as { note: string; base: JsonObject; mine: JsonObject; theirs: JsonObject; merged: JsonObject; told?: string[] }[])
    it(note, () => {
      const result = mergeLeaves(base, mine, theirs)
      expect({ merged: result.merged, told: result.conflicts.map(({ pointer }) => pointer) }).toEqual({ merged, told })
    })

  const { object } = fc.letrec<{ object: JsonObject; value: JsonValue }>((tie) => ({
    object: fc.dictionary(fc.constantFrom('a', 'b', 'c/d', '~'), tie('value'), { maxKeys: 3, depthIdentifier: 'json' }),
    value: fc.oneof(
      { depthSize: 'small', depthIdentifier: 'json' },
      fc.constantFrom<JsonValue>('x', 'y', null),
      fc.array(fc.constantFrom(1, 2), { maxLength: 2 }),
      tie('object'),
    ),
  }))

  it('gives the draft itself where the document did not change', () => {
    fc.assert(
      fc.property(object, object, (before, after) => {
        expect(mergeLeaves(before, after, before)).toEqual({ merged: after, conflicts: [] })
      }),
    )
  })

  it('gives the current document where the draft changed nothing', () => {
    fc.assert(
      fc.property(object, object, (before, current) => {
        expect(mergeLeaves(before, before, current)).toEqual({ merged: current, conflicts: [] })
      }),
    )
  })

  it('keeps all of both sides, whoever is mine, where there is no conflict', () => {
    fc.assert(
      fc.property(object, object, object, (base, one, other) => {
        const { merged, conflicts } = mergeLeaves(base, one, other)
        if (conflicts.length === 0) expect(mergeLeaves(base, other, one)).toEqual({ merged, conflicts: [] })
      }),
    )
  })

  it('never loses what they set unless it is told, or I changed that very place', () => {
    fc.assert(
      fc.property(object, object, object, (base, mine, theirs) => {
        const { merged, conflicts } = mergeLeaves(base, mine, theirs)
        for (const { pointer, value } of leavesOf(theirs)) {
          if (isSame(getAt(base, pointer), value) || isSame(getAt(merged, pointer), value)) continue
          expect(conflicts.some((told) => isNear(told.pointer, pointer))).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('never loses what I set', () => {
    fc.assert(
      fc.property(object, object, object, (base, mine, theirs) => {
        const { merged } = mergeLeaves(base, mine, theirs)
        for (const { pointer, value } of leavesOf(mine)) {
          if (!isSame(getAt(base, pointer), value)) expect(getAt(merged, pointer)).toEqual(value)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('gives their document where theirs is taken of every conflict, but for what I alone changed', () => {
    fc.assert(
      fc.property(object, object, object, (base, mine, theirs) => {
        const { merged, conflicts } = mergeLeaves(base, mine, theirs)
        const taken = conflicts.reduce(
          (document, told) => takeAt({ document, stored: theirs }, told.pointer, told.theirs),
          merged,
        )
        const isTold = (pointer: string) => conflicts.some((told) => `${pointer}/`.startsWith(`${told.pointer}/`))
        const isMineAlone = (pointer: string) =>
          !isTold(pointer) &&
          isSame(getAt(taken, pointer), getAt(mine, pointer)) &&
          !isSame(getAt(base, pointer), getAt(mine, pointer))
        for (const { pointer } of [...leavesOf(taken), ...leavesOf(theirs)]) {
          if (!isSame(getAt(taken, pointer), getAt(theirs, pointer))) expect(isMineAlone(pointer)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe(takeAt, () => {
  for (const { note, document, stored = {}, pointer, value, taken } of [
    { note: 'sets a value', document: { a: { b: 1 } }, pointer: '/a/b', value: 2, taken: { a: { b: 2 } } },
    {
      note: 'takes an entry away whole',
      document: { a: { b: { c: 1, d: 1 }, e: 1 } },
      pointer: '/a/b',
      taken: { a: { e: 1 } },
    },
    {
      note: 'leaves nothing empty behind',
      document: { a: { b: { c: 1 } }, d: 1 },
      pointer: '/a/b/c',
      taken: { d: 1 },
    },
    {
      note: 'leaves empty what is stored so',
      document: { a: { b: { c: 1 } } },
      stored: { a: {} },
      pointer: '/a/b/c',
      taken: { a: {} },
    },
    { note: 'changes nothing where nothing is', document: { a: {} }, pointer: '/a/b', taken: { a: {} } },
  ] as {
    note: string
    document: JsonObject
    stored?: JsonObject
    pointer: string
    value?: JsonValue
    taken: JsonObject
  }[])
    it(note, () => expect(takeAt({ document, stored }, pointer, value)).toEqual(taken))
})

describe('a storage document that was changed meanwhile', () => {
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
      overlaps: ['/attachments'],
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
      overlaps: ['/plan'],
    },
  ] satisfies { note: string; draft: JsonObject; current: JsonObject; fields: JsonObject; overlaps: string[] }[]) {
    it(note, () => {
      const { merged, conflicts } = mergeLeaves(base, draft, current)
      expect({ fields: merged, overlaps: conflicts.map(({ pointer }) => pointer) }).toEqual({ fields, overlaps })
    })
  }
})

/** An empty object is no place, so it may go with what was around it. */
function leavesOf(document: JsonObject) {
  return leaves(document).filter(({ value }) => !isJsonObject(value) || Object.keys(value).length > 0)
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function isNear(a: string, b: string): boolean {
  return a === '' || a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)
}
