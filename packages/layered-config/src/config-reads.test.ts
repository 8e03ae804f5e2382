import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { type Category, sectionLayers, storedConfig } from './category.ts'
import {
  configWithDefaultSection,
  configWithDefaults,
  configWithEffective,
  effectiveSection,
  inheritedBySection,
} from './config-reads.ts'

const node = 'kazoo_apps@host'
const defaults = { a: 1, b: { c: 2, d: 3 } }
const sections = { default: { b: { c: 20 } }, z1: { a: 5 }, [node]: { b: { d: 30 } } }
const worked: Category = { sections, defaults }

describe('reads of the worked example', () => {
  const effectiveDefault = { a: 1, b: { c: 20, d: 3 } }

  it('a document: default effective, zones and nodes as stored', () => {
    expect(configWithDefaultSection(worked)).toEqual({ ...sections, default: effectiveDefault })
  })

  it('a document with defaults: every section effective', () => {
    expect(configWithDefaults(worked)).toEqual({
      default: effectiveDefault,
      z1: { a: 5, b: { c: 20, d: 3 } },
      [node]: { a: 1, b: { c: 20, d: 30 } },
    })
  })

  it('a section is read as it is stored', () => expect(storedConfig(sections)).toEqual(sections))

  for (const { section, expected } of [
    { section: 'default', expected: effectiveDefault },
    { section: 'z1', expected: { a: 5, b: { c: 20, d: 3 } } },
    { section: node, expected: { a: 1, b: { c: 20, d: 30 } } },
    { section: 'other@host', expected: effectiveDefault },
  ]) {
    it(`section ${section} with defaults`, () => expect(effectiveSection(worked, section)).toEqual(expected))
  }

  it('without a default of its own, a nested object of the schema fills nothing', () => {
    expect(effectiveSection({ sections, defaults: { a: 1 } }, 'default')).toEqual({ a: 1, b: { c: 20 } })
  })

  it('named sections are effective, the others as stored', () => {
    expect(configWithEffective(worked, ['z1', 'other@host'])).toEqual({
      default: effectiveDefault,
      z1: { a: 5, b: { c: 20, d: 3 } },
      [node]: { b: { d: 30 } },
      'other@host': effectiveDefault,
    })
  })

  it("a node's effective value never includes its zone's", () => {
    expect(effectiveSection({ sections: { z1: { a: 5 }, [node]: {} }, defaults: { a: 1 } }, node)).toEqual({ a: 1 })
  })
})

describe('reads of odd documents', () => {
  const parse = (text: string): JsonObject => JSON.parse(text)

  for (const { note, actual, expected } of [
    { note: 'nothing stored is one empty default', actual: storedConfig(undefined), expected: { default: {} } },
    { note: 'an empty document has no sections', actual: storedConfig({}), expected: {} },
    {
      note: 'what is not an object is no section',
      actual: storedConfig({ zone_1: 5, z2: [], z3: null, default: {} }),
      expected: { default: {} },
    },
    { note: 'id is no section', actual: storedConfig({ id: { a: 1 } }), expected: {} },
    {
      note: 'a document always has a default section',
      actual: configWithDefaultSection({ sections: { z1: { a: 2 } }, defaults: { a: 1 } }),
      expected: { default: { a: 1 }, z1: { a: 2 } },
    },
    {
      note: 'with defaults too',
      actual: configWithDefaults({ sections: {}, defaults: { a: 1 } }),
      expected: { default: { a: 1 } },
    },
    {
      note: 'a category without a schema has no defaults to add',
      actual: configWithDefaults({ sections: { default: { a: 1 }, z1: { b: 2 } }, defaults: {} }),
      expected: { default: { a: 1 }, z1: { a: 1, b: 2 } },
    },
    {
      note: 'a default section that is not an object counts as empty',
      actual: effectiveSection({ sections: { default: 5 }, defaults: { a: 1 } }, 'z1'),
      expected: { a: 1 },
    },
    {
      note: 'a stored null deletes the inherited key',
      actual: effectiveSection({ sections: { default: { a: null } }, defaults: { a: 1, b: 2 } }, 'z1'),
      expected: { b: 2 },
    },
    {
      note: 'a stored empty object lets the inherited values through',
      actual: effectiveSection({ sections: { z1: { b: {} } }, defaults }, 'z1'),
      expected: defaults,
    },
    {
      note: 'a value of the wrong type replaces what it is put over',
      actual: effectiveSection({ sections: { z1: { b: 'text' } }, defaults }, 'z1'),
      expected: { a: 1, b: 'text' },
    },
    {
      note: 'keys that the schema does not know are kept',
      actual: effectiveSection({ sections: { default: { x: { y: 1 } } }, defaults }, 'z1'),
      expected: { ...defaults, x: { y: 1 } },
    },
  ]) {
    it(note, () => expect(actual).toEqual(expected))
  }

  it('treats __proto__ as an ordinary key of a section, and as no section', () => {
    const category = { sections: parse('{"__proto__": {"x": 1}, "default": {"__proto__": {"y": 2}}}'), defaults: {} }
    expect(JSON.stringify(configWithDefaults(category))).toBe('{"default":{"__proto__":{"y":2}}}')
    expect(effectiveSection({ sections: {}, defaults: {} }, '__proto__')).toEqual({})
  })
})

describe(inheritedBySection, () => {
  for (const { note, section, expected } of [
    { note: 'default inherits the schema defaults', section: 'default', expected: defaults },
    { note: 'a zone inherits default over them', section: 'z1', expected: { a: 1, b: { c: 20, d: 3 } } },
    { note: 'a node inherits the same, no zone', section: node, expected: { a: 1, b: { c: 20, d: 3 } } },
  ]) {
    it(note, () => expect(inheritedBySection(worked, section)).toEqual(expected))
  }
})

describe(sectionLayers, () => {
  for (const { section, names } of [
    { section: 'default', names: ['schema', 'default'] },
    { section: 'z1', names: ['schema', 'default', 'zone'] },
    { section: node, names: ['schema', 'default', 'node'] },
  ]) {
    it(`of ${section} are ${names.join(', ')}`, () => {
      expect(sectionLayers(worked, section).map(({ name }) => name)).toEqual(names)
    })
  }
})
