import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainSections } from './config.arbitraries.ts'
import { documentDifference } from './config-writes.ts'
import { equivalentRequest } from './equivalent-request.ts'

const defaults = { a: 1, b: { c: 2, d: 3 } }

/** What is found, and after how many steps. */
function worked(before: JsonObject, after: JsonObject) {
  const work = equivalentRequest({ sections: before, defaults }, after)
  for (let steps = 0; ; steps += 1) {
    const step = work.next()
    if (step.done === true) return { found: step.value, steps }
  }
}

function request(before: JsonObject, after: JsonObject) {
  const { found } = worked(before, after)
  return found && [found.method, found.section, found.data, found.sections]
}

describe(equivalentRequest, () => {
  for (const { note, before, after, expected } of [
    { note: 'nothing changes', before: { z1: { a: 5 } }, after: { z1: { a: 5 } }, expected: undefined },
    {
      note: 'a leaf of one section',
      before: { z1: { a: 5 } },
      after: { z1: { a: 6 } },
      expected: ['PATCH', 'z1', { a: 6 }, { z1: { a: 6 } }],
    },
    {
      note: 'a removed leaf is null',
      before: { z1: { a: 5, b: { c: 9 } } },
      after: { z1: { b: { c: 9 } } },
      expected: ['PATCH', 'z1', { a: null }, { z1: { b: { c: 9 } } }],
    },
    {
      note: 'the last leaf of a section leaves it empty',
      before: { z1: { a: 5 } },
      after: { z1: {} },
      expected: ['PATCH', 'z1', { a: null }, { z1: {} }],
    },
    {
      note: 'a section that goes',
      before: { z1: { a: 5 }, z2: { a: 6 } },
      after: { z2: { a: 6 } },
      expected: ['DELETE', 'z1', undefined, { z2: { a: 6 } }],
    },
    {
      note: 'several sections',
      before: { z1: { a: 5 } },
      after: { z1: { a: 6 }, z2: { a: 7 } },
      expected: ['PATCH', undefined, { z1: { a: 6 }, z2: { a: 7 } }, { z1: { a: 6 }, z2: { a: 7 } }],
    },
    {
      note: 'a section among several that goes',
      before: { z1: { a: 5 }, z2: { a: 6 } },
      after: { z1: { a: 7 } },
      expected: ['PATCH', undefined, { z1: { a: 7 }, z2: { a: null } }, { z1: { a: 7 } }],
    },
    {
      note: 'what the request drops besides shows in what is stored',
      before: { default: { a: 1, flag: true }, z1: { a: 1 } },
      after: { default: { a: 1, flag: true }, z1: { a: 1, x: 2 } },
      expected: ['PATCH', 'z1', { x: 2 }, { default: { a: 1, flag: true }, z1: { x: 2 } }],
    },
    {
      note: 'a pin cannot be expressed',
      before: {},
      after: { z1: { a: 1 } },
      expected: ['PATCH', 'z1', { a: 1 }, { z1: {} }],
    },
    {
      note: 'an object becomes a scalar',
      before: { z1: { x: { y: 1 } } },
      after: { z1: { x: 5 } },
      expected: ['PATCH', 'z1', { x: 5 }, { z1: { x: 5 } }],
    },
    {
      note: 'a scalar becomes an object',
      before: { z1: { x: 5 } },
      after: { z1: { x: { y: 1 } } },
      expected: ['PATCH', 'z1', { x: { y: 1 } }, { z1: { x: { y: 1 } } }],
    },
  ]) {
    it(note, () => expect(request(before, after)).toEqual(expected))
  }

  it('stores exactly what was asked for where nothing asked for equals what it inherits', () => {
    const settled = plainSections.map((sections) => documentDifference({ sections, defaults }))
    fc.assert(
      fc.property(settled, settled, (before, after) => {
        const { found } = worked(before, after)
        if (found !== undefined) expect(found.sections).toEqual(after)
      }),
    )
  })

  it('comes in steps: the change, then each request that may do, worked out and compared', () => {
    const many = (value: number) =>
      Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`n${index}@a.example`, { a: value }]))
    expect(worked(many(5), many(6)).steps).toBe(1 + 2 * 2)
    expect(worked({ z1: { a: 5 } }, { z1: { a: 1 } }).steps).toBeGreaterThanOrEqual(1 + 2 * 2)
    expect(worked({}, {}).steps).toBe(0)
  })
})
