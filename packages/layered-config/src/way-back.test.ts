import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTree } from './config.arbitraries.ts'
import { leafCases } from './leaf-cases.arbitraries.ts'
import { applyLeafOperations, type LeafOperation } from './leaf-operations.ts'
import { wayBack } from './way-back.ts'

const sections: fc.Arbitrary<JsonObject> = fc
  .dictionary(fc.constantFrom('default', 'z1', 'z2', 'app@one', 'app@two'), anyTree, { noNullPrototype: true })
  .map((made): JsonObject => made)

describe(wayBack, () => {
  for (const { note, before, after, operations } of [
    { note: 'nothing where nothing changed', before: { z: { a: 1 } }, after: { z: { a: 1 } }, operations: [] },
    {
      note: 'what was changed is set again, what was added goes, what was left alone is not touched',
      before: { z: { a: 1, c: 3 } },
      after: { z: { a: 2, b: 2, c: 3 } },
      operations: [
        { section: 'z', pointer: '/b', op: 'remove' },
        { section: 'z', pointer: '/a', op: 'set', value: 1, pin: true },
      ],
    },
    {
      note: 'a section that came goes whole',
      before: {},
      after: { z: { a: 1 } },
      operations: [{ section: 'z', pointer: '', op: 'remove' }],
    },
    {
      note: 'an empty section that went comes again',
      before: { z: {} },
      after: {},
      operations: [{ section: 'z', pointer: '', op: 'set', value: {}, pin: true }],
    },
  ] satisfies { note: string; before: JsonObject; after: JsonObject; operations: LeafOperation[] }[]) {
    it(note, () => expect(wayBack({ before, after, defaults: {} })).toEqual({ operations, lost: [] }))
  }

  it('names what is no section: no operation brings it back', () => {
    const before = { text: 5, _old: { a: 1 }, z: { a: 1 } }
    expect(wayBack({ before, after: { z: { a: 1 } }, defaults: {} })).toEqual({
      operations: [],
      lost: ['text', '_old'],
    })
  })

  it('applied to what was stored gives what was there before, whatever is inherited, empty or null', () => {
    fc.assert(
      fc.property(sections, sections, anyTree, (before, after, defaults) => {
        const { operations } = wayBack({ before, after, defaults })
        expect(applyLeafOperations({ sections: after, defaults }, operations).sections).toEqual(before)
      }),
    )
  })

  it('takes back what operations made, pins and dropped leaves alike', () => {
    fc.assert(
      fc.property(leafCases, fc.infiniteStream(fc.constantFrom(1, 2, 'remove')), ({ category, places }, wishes) => {
        const operations = places.map(({ section, pointer }): LeafOperation => {
          const value = wishes.next().value
          return value === 'remove' || value === undefined
            ? { section, pointer, op: 'remove' }
            : { section, pointer, op: 'set', value }
        })
        const after = applyLeafOperations(category, operations).sections
        const back = wayBack({ before: category.sections, after, defaults: category.defaults })
        expect(applyLeafOperations({ ...category, sections: after }, back.operations).sections).toEqual(
          category.sections,
        )
      }),
    )
  })
})
