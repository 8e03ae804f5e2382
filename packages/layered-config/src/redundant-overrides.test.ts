import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTree } from './config.arbitraries.ts'
import { applyLeafOperations } from './leaf-operations.ts'
import { pinsOfSchemaDefaults, redundantOverrides } from './redundant-overrides.ts'
import { runtimeEffects } from './runtime-effects.ts'

const node = 'app@n1'
const defaults = { a: 1, b: { c: 2 }, default: { x: 3 } }
const readsMembers = (pointer: string) => ['/b', '/default'].includes(pointer)
const isDeclared = () => false

function read(sections: JsonObject, zone?: string) {
  return { sections, defaults, nodes: zone === undefined ? [] : [{ name: node, zone }], readsMembers, isDeclared }
}

function places(overrides: readonly { section: string; pointer: string }[]) {
  return overrides.map(({ section, pointer }) => section + pointer)
}

describe(redundantOverrides, () => {
  for (const { note, sections, zone, expected } of [
    { note: 'a zone that repeats default', sections: { default: { a: 5 }, z1: { a: 5 } }, expected: ['z1/a'] },
    { note: 'a zone that says otherwise', sections: { default: { a: 5 }, z1: { a: 6 } }, expected: [] },
    {
      note: 'what equals the schema default only may not be what KAZOO has built in',
      sections: { z1: { a: 1 }, [node]: { b: { c: 2 } } },
      expected: [],
    },
    { note: 'a node that repeats default', sections: { default: { a: 5 }, [node]: { a: 5 } }, expected: ['app@n1/a'] },
    {
      note: 'a node is compared with the place where nodes look in default',
      sections: { default: { x: 5 }, z1: { default: { x: 5 } } },
      expected: ['z1/default/x'],
    },
    {
      note: 'not with a place that nobody reads',
      sections: { default: { default: { x: 5 } }, z1: { default: { x: 5 } } },
      expected: [],
    },
    {
      note: 'not while a zone that it may be in says otherwise',
      sections: { default: { a: 5 }, z1: { a: 6 }, [node]: { a: 5 } },
      expected: [],
    },
    {
      note: 'nor where its zone does',
      sections: { default: { a: 5 }, z1: { a: 6 }, [node]: { a: 5 } },
      zone: 'z1',
      expected: [],
    },
    {
      note: 'another zone does not matter',
      sections: { default: { a: 5 }, z1: { a: 6 }, [node]: { a: 5 } },
      zone: 'z2',
      expected: ['app@n1/a'],
    },
    {
      note: 'a node that repeats its zone',
      sections: { default: { a: 5 }, z1: { a: 6 }, [node]: { a: 6 } },
      zone: 'z1',
      expected: ['app@n1/a'],
    },
    {
      note: 'a map that is read whole counts whole',
      sections: { default: { map: { x: 1, y: 2 } }, z1: { map: { x: 1 } }, z2: { map: { x: 1, y: 2 } } },
      expected: ['z2/map'],
    },
    { note: 'default inherits nothing that is stored', sections: { default: { a: 1 } }, expected: [] },
  ]) {
    it(note, () => expect(places([...redundantOverrides(read(sections, zone))].flat())).toEqual(expected))
  }

  it('any of them, and all together, can go while every node reads the same', () => {
    const some = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 })
    fc.assert(
      fc.property(
        anyTree,
        anyTree,
        anyTree,
        some,
        fc.constantFrom('z1', 'z2', undefined),
        (shared, z1, own, chosen, zone) => {
          const category = read({ default: shared, z1, [node]: own }, zone)
          const operations = [...redundantOverrides(category)]
            .flat()
            .filter((_, index) => chosen[index])
            .map(({ section, pointer }) => ({ section, pointer, op: 'remove' as const }))
          const after = applyLeafOperations(category, operations).sections
          const effects = [...runtimeEffects({ ...category, isDeclared, before: category.sections, after })]
          expect(effects.flatMap(({ groups }) => groups.filter(({ unchanged }) => unchanged === undefined))).toEqual([])
        },
      ),
    )
  })

  it('looks at large sections step by step', () => {
    const values = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`k${n}`, n]))
    const steps = [...redundantOverrides(read({ default: values, z1: values }))].map(({ length }) => length)
    expect(steps.reduce((sum, length) => sum + length, 0)).toBe(5000)
    expect(Math.max(...steps)).toBeLessThanOrEqual(500)
    expect([...redundantOverrides(read({ default: {}, z1: {}, z2: {} }))]).toEqual([[], [], []])
  })
})

describe(pinsOfSchemaDefaults, () => {
  for (const { note, sections, zone, expected } of [
    { note: 'in default', sections: { default: { a: 1, b: { c: 2 } } }, expected: ['default/a', 'default/b/c'] },
    { note: 'another value is none', sections: { default: { a: 2 } }, expected: [] },
    { note: 'nor is a key without a schema default', sections: { default: { x: 1 } }, expected: [] },
    { note: 'nor what nobody reads', sections: { default: { default: { x: 3 } } }, expected: [] },
    { note: 'in a zone, with nothing in default', sections: { z1: { a: 1 } }, expected: ['z1/a'] },
    { note: 'not where default says something', sections: { default: { a: 5 }, z1: { a: 1 } }, expected: [] },
    { note: 'in a node', sections: { [node]: { a: 1 } }, expected: ['app@n1/a'] },
    { note: 'not above a zone that it may be in', sections: { z1: { a: 5 }, [node]: { a: 1 } }, expected: [] },
    {
      note: 'another zone does not matter',
      sections: { z1: { a: 5 }, [node]: { a: 1 } },
      zone: 'z2',
      expected: ['app@n1/a'],
    },
  ]) {
    it(note, () => expect(places([...pinsOfSchemaDefaults(read(sections, zone))].flat())).toEqual(expected))
  }
})
