import { getAt, type JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTree, plainTree } from './config.arbitraries.ts'
import { inspect } from './inspect.ts'
import { leaves } from './leaves.ts'
import { mergeRecursive } from './merge-recursive.ts'

describe(inspect, () => {
  for (const { note, layers, pointer, expected } of [
    {
      note: 'the highest layer with a value wins',
      layers: [{ a: 1 }, { a: 2 }, { a: 3 }],
      pointer: '/a',
      expected: [
        3,
        2,
        [
          [0, 1],
          [1, 2],
          [2, 3],
        ],
      ],
    },
    {
      note: 'layers without a word are left out',
      layers: [{ a: 1 }, {}, {}],
      pointer: '/a',
      expected: [1, 0, [[0, 1]]],
    },
    {
      note: 'a layer that repeats the value below has set it',
      layers: [{ a: 1 }, { a: 1 }],
      pointer: '/a',
      expected: [
        1,
        1,
        [
          [0, 1],
          [1, 1],
        ],
      ],
    },
    { note: 'nobody says anything', layers: [{}, { b: 1 }], pointer: '/a', expected: [undefined, undefined, []] },
    {
      note: 'null deletes: nothing is effective and nobody set it',
      layers: [{ a: 1 }, { a: null }],
      pointer: '/a',
      expected: [
        undefined,
        undefined,
        [
          [0, 1],
          [1, null],
        ],
      ],
    },
    {
      note: 'a value above a null is effective',
      layers: [{ a: 1 }, { a: null }, { a: 3 }],
      pointer: '/a',
      expected: [
        3,
        2,
        [
          [0, 1],
          [1, null],
          [2, 3],
        ],
      ],
    },
    {
      note: 'a scalar above an object hides what is below',
      layers: [{ a: { b: 1 } }, { a: 5 }],
      pointer: '/a/b',
      expected: [undefined, undefined, [[0, 1]]],
    },
    {
      note: 'an object above a scalar brings its own leaves',
      layers: [{ a: 5 }, { a: { b: 1 } }],
      pointer: '/a/b',
      expected: [1, 1, [[1, 1]]],
    },
    {
      note: 'an empty object above changes nothing and decides nothing',
      layers: [{ a: { b: 1 } }, { a: {} }],
      pointer: '/a',
      expected: [
        { b: 1 },
        0,
        [
          [0, { b: 1 }],
          [1, {}],
        ],
      ],
    },
    {
      note: 'an object of nulls deletes and sets nothing',
      layers: [{ a: { b: 1, c: 2 } }, { a: { c: 3 } }, { a: { b: null, d: { e: null } } }],
      pointer: '/a',
      expected: [
        { c: 3 },
        1,
        [
          [0, { b: 1, c: 2 }],
          [1, { c: 3 }],
          [2, { b: null, d: { e: null } }],
        ],
      ],
    },
    {
      note: 'an empty object of the lowest layer is effective',
      layers: [{ a: {} }, {}],
      pointer: '/a',
      expected: [{}, 0, [[0, {}]]],
    },
    {
      note: 'an object shows every contribution, the highest decides',
      layers: [{ a: { b: 1 } }, { a: { c: 2 } }],
      pointer: '/a',
      expected: [
        { b: 1, c: 2 },
        1,
        [
          [0, { b: 1 }],
          [1, { c: 2 }],
        ],
      ],
    },
    {
      note: 'arrays come whole from one layer',
      layers: [{ a: [1, 2] }, { a: [3] }],
      pointer: '/a',
      expected: [
        [3],
        1,
        [
          [0, [1, 2]],
          [1, [3]],
        ],
      ],
    },
    { note: 'keys with slashes', layers: [{ 'a/b': 1 }], pointer: '/a~1b', expected: [1, 0, [[0, 1]]] },
    {
      note: 'inherited members are no values',
      layers: [{}],
      pointer: '/__proto__',
      expected: [undefined, undefined, []],
    },
  ]) {
    it(note, () => {
      const { effective, setBy, byLayer } = inspect(named(layers), pointer)
      const [value, winner, own] = expected
      expect({ effective, setBy, own: [...byLayer] }).toEqual({
        effective: value,
        setBy: name(winner),
        own: asNames(own),
      })
    })
  }

  it('refuses what is no pointer', () => expect(() => inspect([], 'a')).toThrow(SyntaxError))

  it('agrees with the merge at every leaf of any layer', () => {
    fc.assert(
      fc.property(fc.array(anyTree, { minLength: 1, maxLength: 3 }), (layers) => {
        const merged = mergeRecursive(...layers)
        for (const { pointer } of layers.flatMap((layer) => leaves(layer))) {
          expect(inspect(named(layers), pointer).effective).toEqual(getAt(merged, pointer))
        }
      }),
    )
  })

  it('names the layer whose own value is the effective one, at every effective leaf of plain trees', () => {
    fc.assert(
      fc.property(fc.array(plainTree, { minLength: 1, maxLength: 3 }), (layers) => {
        for (const { pointer, value } of leaves(mergeRecursive(...layers))) {
          const { setBy, byLayer } = inspect(named(layers), pointer)
          expect(setBy === undefined ? undefined : byLayer.get(setBy)).toEqual(value)
        }
      }),
    )
  })
})

function named(layers: JsonObject[]) {
  return layers.map((values, index) => ({ name: name(index) ?? '', values }))
}

function name(index: unknown): string | undefined {
  return index === undefined ? undefined : `layer ${index}`
}

function asNames(own: unknown): unknown {
  return Array.isArray(own) ? own.map(([index, value]) => [name(index), value]) : own
}
