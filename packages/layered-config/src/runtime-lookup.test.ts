import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTree } from './config.arbitraries.ts'
import { effectiveSection } from './config-reads.ts'
import { leaves } from './leaves.ts'
import { runtimeLookup } from './runtime-lookup.ts'

const node = 'kazoo_apps@host'
const worked = { default: { b: { c: 20 } }, z1: { a: 5 }, [node]: { b: { d: 30 } } }

describe(runtimeLookup, () => {
  for (const { note, sections, at, expected } of [
    {
      note: 'worked example: a comes from the zone',
      sections: worked,
      at: { node, zone: 'z1', pointer: '/a' },
      expected: [5, 'zone'],
    },
    {
      note: 'worked example: b.c comes from default',
      sections: worked,
      at: { node, zone: 'z1', pointer: '/b/c' },
      expected: [20, 'default'],
    },
    {
      note: 'worked example: b.d comes from the node',
      sections: worked,
      at: { node, zone: 'z1', pointer: '/b/d' },
      expected: [30, 'node'],
    },
    {
      note: 'worked example: the whole b of the node hides that of default',
      sections: worked,
      at: { node, zone: 'z1', pointer: '/b' },
      expected: [{ d: 30 }, 'node'],
    },
    {
      note: 'a key that begins with default is asked of default without it',
      sections: { default: { x: 1, default: { x: 2 } } },
      at: { node, pointer: '/default/x' },
      expected: [1, 'default'],
    },
    {
      note: 'what default stores below a default of its own is not read',
      sections: { default: { default: { x: 2 } } },
      at: { node, pointer: '/default/x' },
      expected: [undefined, undefined],
    },
    {
      note: 'a zone is asked for it as it is written',
      sections: { z1: { x: 3, default: { x: 4 } }, default: { x: 1 } },
      at: { node, zone: 'z1', pointer: '/default/x' },
      expected: [4, 'zone'],
    },
    {
      note: 'the node answers before its zone and default',
      sections: { [node]: { a: 1 }, z1: { a: 2 }, default: { a: 3 } },
      at: { node, zone: 'z1', pointer: '/a' },
      expected: [1, 'node'],
    },
    {
      note: 'the zone answers before default',
      sections: { z1: { a: 2 }, default: { a: 3 } },
      at: { node, zone: 'z1', pointer: '/a' },
      expected: [2, 'zone'],
    },
    {
      note: 'another zone is not asked',
      sections: { z2: { a: 2 }, default: { a: 3 } },
      at: { node, zone: 'z1', pointer: '/a' },
      expected: [3, 'default'],
    },
    {
      note: 'an unknown zone is skipped',
      sections: { z1: { a: 2 }, default: { a: 3 } },
      at: { node, pointer: '/a' },
      expected: [3, 'default'],
    },
    {
      note: 'null is an answer',
      sections: { [node]: { a: null }, default: { a: 3 } },
      at: { node, pointer: '/a' },
      expected: [null, 'node'],
    },
    {
      note: 'false is an answer',
      sections: { [node]: { a: false }, default: { a: true } },
      at: { node, pointer: '/a' },
      expected: [false, 'node'],
    },
    {
      note: 'the empty text is an answer',
      sections: { z1: { a: '' }, default: { a: 'x' } },
      at: { node, zone: 'z1', pointer: '/a' },
      expected: ['', 'zone'],
    },
    {
      note: 'an empty object is an answer and hides',
      sections: { [node]: { b: {} }, default: { b: { c: 1 } } },
      at: { node, pointer: '/b' },
      expected: [{}, 'node'],
    },
    {
      note: 'an empty object does not hide a leaf path below it',
      sections: { [node]: { b: {} }, default: { b: { c: 1 } } },
      at: { node, pointer: '/b/c' },
      expected: [1, 'default'],
    },
    {
      note: 'asked for default, neither node nor zone is consulted',
      sections: { z1: { a: 2 }, default: { a: 3 } },
      at: { node: 'default', zone: 'z1', pointer: '/a' },
      expected: [3, 'default'],
    },
    {
      note: 'a section that is no object answers nothing',
      sections: { z1: 5, default: { a: 3 } },
      at: { node, zone: 'z1', pointer: '/a' },
      expected: [3, 'default'],
    },
  ]) {
    it(note, () => {
      const answer = runtimeLookup(sections, at)
      expect([answer?.value, answer?.answeredBy]).toEqual(expected)
    })
  }

  it('knows no schema defaults: where nothing is stored there is no answer', () => {
    expect(runtimeLookup(worked, { node, zone: 'z1', pointer: '/z' })).toBeUndefined()
  })

  it('agrees with the effective value at every leaf, without schema defaults, zones, nulls and empty objects', () => {
    fc.assert(
      fc.property(plainTree, plainTree, (shared, own) => {
        const sections = { default: shared, [node]: own }
        for (const { pointer, value } of leaves(effectiveSection({ sections, defaults: {} }, node))) {
          expect(runtimeLookup(sections, { node, pointer })?.value).toEqual(value)
        }
      }),
    )
  })
})
