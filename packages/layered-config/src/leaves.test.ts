import { type JsonObject, setAt } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTree } from './config.arbitraries.ts'
import { countOverrides, leaves, overridesOf, sectionsWithOverrides } from './leaves.ts'

describe(leaves, () => {
  for (const { note, object, expected } of [
    { note: 'an empty object has none', object: {}, expected: [] },
    {
      note: 'scalars are leaves, null included',
      object: { a: 1, b: null, c: '' },
      expected: [
        ['/a', 1],
        ['/b', null],
        ['/c', ''],
      ],
    },
    { note: 'an array is one leaf', object: { a: [{ b: 1 }] }, expected: [['/a', [{ b: 1 }]]] },
    { note: 'an empty object below the root is one leaf', object: { a: {} }, expected: [['/a', {}]] },
    {
      note: 'nested leaves carry their whole pointer',
      object: { a: { b: { c: 1 } }, d: 2 },
      expected: [
        ['/a/b/c', 1],
        ['/d', 2],
      ],
    },
    { note: 'keys are escaped in pointers', object: { 'a/b': { '~c': 1 } }, expected: [['/a~1b/~0c', 1]] },
  ]) {
    it(note, () => expect(leaves(object).map(({ pointer, value }) => [pointer, value])).toEqual(expected))
  }

  it('put back one by one give the object', () => {
    fc.assert(
      fc.property(anyTree, (object) => {
        const rebuilt = leaves(object).reduce<ReturnType<typeof setAt>>(
          (built, { pointer, value }) => setAt(built, pointer, value),
          {},
        )
        expect(rebuilt).toEqual(object)
      }),
    )
  })
})

describe(countOverrides, () => {
  for (const { note, sections, expected } of [
    { note: 'no sections', sections: {}, expected: 0 },
    { note: 'empty sections', sections: { default: {}, 'app@one': {} }, expected: 0 },
    { note: 'leaves of all sections', sections: { default: { a: 1, b: { c: 2, d: [] } }, z1: { b: {} } }, expected: 4 },
    {
      note: 'a section that is not an object counts for nothing',
      sections: { zone_1: 5, default: { a: 1 } },
      expected: 1,
    },
  ]) {
    it(note, () => expect(countOverrides(sections)).toBe(expected))
  }

  it('is the number of leaves of each section', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (one, two) => {
        const sections: JsonObject = { default: one, z1: two }
        expect(countOverrides(sections)).toBe(leaves(one).length + leaves(two).length)
      }),
    )
  })
})

describe('the overrides of sections', () => {
  const marker = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }
  for (const { note, sections, expected } of [
    { note: 'leaves of all sections', sections: { default: { a: 1, b: { c: 2, d: 3 } }, z1: { a: 2 } }, expected: 4 },
    { note: 'a list is one', sections: { default: { a: [1, 2, 3] } }, expected: 1 },
    { note: 'so is a secret', sections: { default: { password: marker, deep: { password: marker } } }, expected: 2 },
    { note: 'an empty section sets nothing', sections: { default: {} }, expected: 0 },
  ]) {
    it(note, () => expect(countOverrides(sections)).toBe(expected))
  }

  it('of one alone', () => expect(overridesOf({ default: { a: marker }, z1: { b: 1 } }, 'default')).toBe(1))
  it('are none where there is no such section', () => expect(overridesOf({}, 'constructor')).toBe(0))
  it('are in the sections that set anything, not in empty ones', () =>
    expect(sectionsWithOverrides({ default: {}, z1: { a: { b: 1 } }, 'app@one': {} })).toEqual(['z1']))
})
