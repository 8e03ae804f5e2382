import { getAt, type JsonObject, type JsonValue } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainSections, plainTree } from './config.arbitraries.ts'
import { effectiveSection } from './config-reads.ts'
import { applyLeafOperations, type LeafOperation } from './leaf-operations.ts'
import { leaves } from './leaves.ts'

const node = 'app@one'
const defaults: JsonObject = { a: 1, b: { c: 2, d: 3 }, list: [1, 2], map: {} }

const set = (section: string, pointer: string, value: JsonValue): LeafOperation => ({
  op: 'set',
  section,
  pointer,
  value,
})
const pin = (section: string, pointer: string, value: JsonValue): LeafOperation => ({
  ...set(section, pointer, value),
  op: 'set',
  value,
  pin: true,
})
const remove = (section: string, pointer: string): LeafOperation => ({ op: 'remove', section, pointer })

interface Row {
  note: string
  sections: JsonObject
  operations: LeafOperation[]
  expected: JsonObject
  outcomes: string[]
}

function table(rows: Row[]): void {
  for (const { note, sections, operations, expected, outcomes } of rows) {
    it(note, () => {
      const before = structuredClone(sections)
      expect(applyLeafOperations({ sections, defaults }, operations)).toEqual({ sections: expected, outcomes })
      expect(sections).toEqual(before)
    })
  }
}

describe('setting a leaf', () => {
  table([
    {
      note: 'stores it in a section that is there',
      sections: { default: { x: 1 } },
      operations: [set('default', '/a', 7)],
      expected: { default: { x: 1, a: 7 } },
      outcomes: ['stored'],
    },
    {
      note: 'makes the section when it is not there',
      sections: {},
      operations: [set(node, '/b/c', 7)],
      expected: { [node]: { b: { c: 7 } } },
      outcomes: ['stored'],
    },
    {
      note: 'stores it where default says the same only at a place that nodes do not look at',
      sections: { default: { default: { x: 7 } } },
      operations: [set(node, '/default/x', 7)],
      expected: { default: { default: { x: 7 } }, [node]: { default: { x: 7 } } },
      outcomes: ['stored'],
    },
    {
      note: 'replaces the stored value',
      sections: { z1: { a: 5 } },
      operations: [set('z1', '/a', 6)],
      expected: { z1: { a: 6 } },
      outcomes: ['stored'],
    },
    {
      note: 'to the stored value changes nothing',
      sections: { z1: { a: 5 } },
      operations: [set('z1', '/a', 5)],
      expected: { z1: { a: 5 } },
      outcomes: ['unchanged'],
    },
    {
      note: 'stores a key that the schema does not know',
      sections: {},
      operations: [set('z1', '/x/y', 'v')],
      expected: { z1: { x: { y: 'v' } } },
      outcomes: ['stored'],
    },
    {
      note: 'stores a list as a whole',
      sections: { z1: { list: [9] } },
      operations: [set('z1', '/list', [1])],
      expected: { z1: { list: [1] } },
      outcomes: ['stored'],
    },
    {
      note: 'stores an empty object where there is more to inherit',
      sections: {},
      operations: [set('z1', '/b', {})],
      expected: { z1: { b: {} } },
      outcomes: ['stored'],
    },
    {
      note: 'stores null',
      sections: {},
      operations: [set('z1', '/a', null)],
      expected: { z1: { a: null } },
      outcomes: ['stored'],
    },
    {
      note: 'below a stored scalar replaces the scalar',
      sections: { z1: { b: 5 } },
      operations: [set('z1', '/b/c', 2)],
      expected: { z1: { b: { c: 2 } } },
      outcomes: ['stored'],
    },
    {
      note: 'replaces a section that is not an object',
      sections: { zone_1: 5 },
      operations: [set('zone_1', '/a', 6)],
      expected: { zone_1: { a: 6 } },
      outcomes: ['stored'],
    },
    {
      note: 'keeps the order of the sections',
      sections: { b1: { a: 5 }, a1: { a: 6 } },
      operations: [set('b1', '/a', 7)],
      expected: { b1: { a: 7 }, a1: { a: 6 } },
      outcomes: ['stored'],
    },
  ])
})

describe('leaves that no operation names', () => {
  table([
    {
      note: 'stay as stored, those that equal what they inherit too',
      sections: { default: { a: 1, b: { c: 2, d: 3 } }, [node]: { a: 1, b: { d: 3 } } },
      operations: [set(node, '/b/c', 9)],
      expected: { default: { a: 1, b: { c: 2, d: 3 } }, [node]: { a: 1, b: { d: 3, c: 9 } } },
      outcomes: ['stored'],
    },
    {
      note: 'stay when default takes their value',
      sections: { [node]: { a: 5 } },
      operations: [set('default', '/a', 5)],
      expected: { [node]: { a: 5 }, default: { a: 5 } },
      outcomes: ['stored'],
    },
    {
      note: 'stay although they are null, empty or no section at all',
      sections: { zone_1: 5, z1: { x: null, y: {} }, default: {} },
      operations: [set('z1', '/a', 6)],
      expected: { zone_1: 5, z1: { x: null, y: {}, a: 6 }, default: {} },
      outcomes: ['stored'],
    },
    {
      note: 'stay when there is nothing to do',
      sections: { default: { a: 1 } },
      operations: [],
      expected: { default: { a: 1 } },
      outcomes: [],
    },
  ])
})

describe('a leaf set to exactly what it inherits', () => {
  table([
    {
      note: 'is removed from default when it equals the schema default',
      sections: { default: { a: 5, x: 1 } },
      operations: [set('default', '/a', 1)],
      expected: { default: { x: 1 } },
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'is removed although it was stored with that very value',
      sections: { default: { a: 1 } },
      operations: [set('default', '/a', 1)],
      expected: { default: {} },
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'is removed from a node when it equals default',
      sections: { default: { a: 5 }, [node]: { a: 6 } },
      operations: [set(node, '/a', 5)],
      expected: { default: { a: 5 }, [node]: {} },
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'is removed with the parents it empties',
      sections: { [node]: { b: { c: 9 } } },
      operations: [set(node, '/b/c', 2)],
      expected: { [node]: {} },
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'does not make a section',
      sections: {},
      operations: [set(node, '/a', 1)],
      expected: {},
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'a list equal as a whole is inherited',
      sections: { z1: { list: [9] } },
      operations: [set('z1', '/list', [1, 2])],
      expected: { z1: {} },
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'an object equal as a whole is inherited',
      sections: { z1: { b: { c: 9 } } },
      operations: [set('z1', '/b', { d: 3, c: 2 })],
      expected: { z1: {} },
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'an empty object equal to an inherited one is inherited',
      sections: {},
      operations: [set('z1', '/map', {})],
      expected: {},
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'equals the schema default but not default: it is stored',
      sections: { default: { a: 5 } },
      operations: [set(node, '/a', 1)],
      expected: { default: { a: 5 }, [node]: { a: 1 } },
      outcomes: ['stored'],
    },
    {
      note: 'below a null of its own section it is stored, because dropping it would leave nothing',
      sections: { z1: { b: null } },
      operations: [set('z1', '/b/c', 2)],
      expected: { z1: { b: { c: 2 } } },
      outcomes: ['stored'],
    },
    {
      note: 'is kept when it is pinned',
      sections: {},
      operations: [pin('default', '/a', 1)],
      expected: { default: { a: 1 } },
      outcomes: ['stored'],
    },
    {
      note: 'pinned as it is stored it is unchanged',
      sections: { default: { a: 1 } },
      operations: [pin('default', '/a', 1)],
      expected: { default: { a: 1 } },
      outcomes: ['unchanged'],
    },
  ])
})

describe('a node set to what default says', () => {
  const kept = (zones: JsonObject): Row['expected'] => ({ ...zones, [node]: { b: { c: 2 } } })
  table([
    {
      note: 'is kept while a zone stores another value there',
      sections: { z1: { b: { c: 9 } } },
      operations: [set(node, '/b/c', 2)],
      expected: kept({ z1: { b: { c: 9 } } }),
      outcomes: ['stored'],
    },
    {
      note: 'is kept while only one of several zones does',
      sections: { z1: { b: { c: 2 } }, z2: { b: { c: 9 } } },
      operations: [set(node, '/b/c', 2)],
      expected: kept({ z1: { b: { c: 2 } }, z2: { b: { c: 9 } } }),
      outcomes: ['stored'],
    },
    {
      note: 'is kept while a zone stores null there',
      sections: { z1: { b: { c: null } } },
      operations: [set(node, '/b/c', 2)],
      expected: kept({ z1: { b: { c: null } } }),
      outcomes: ['stored'],
    },
    {
      note: 'is kept while a zone stores a scalar above it',
      sections: { z1: { b: 'off' } },
      operations: [set(node, '/b/c', 2)],
      expected: kept({ z1: { b: 'off' } }),
      outcomes: ['stored'],
    },
    {
      note: 'is kept while a zone stores an object there',
      sections: { z1: { b: { c: { e: 1 } } } },
      operations: [set(node, '/b/c', 2)],
      expected: kept({ z1: { b: { c: { e: 1 } } } }),
      outcomes: ['stored'],
    },
    {
      note: "is kept in a zone named outside KAZOO's patterns too",
      sections: { 'us-east': { b: { c: 9 } } },
      operations: [set(node, '/b/c', 2)],
      expected: kept({ 'us-east': { b: { c: 9 } } }),
      outcomes: ['stored'],
    },
    {
      note: 'stored so already it is unchanged',
      sections: { z1: { b: { c: 9 } }, [node]: { b: { c: 2 } } },
      operations: [set(node, '/b/c', 2)],
      expected: kept({ z1: { b: { c: 9 } } }),
      outcomes: ['unchanged'],
    },
    {
      note: 'is dropped when the zones store the same',
      sections: { z1: { b: { c: 2 } } },
      operations: [set(node, '/b/c', 2)],
      expected: { z1: { b: { c: 2 } } },
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'is dropped when the zones store something beside it',
      sections: { z1: { b: { d: 9 }, a: 9 } },
      operations: [set(node, '/b/c', 2)],
      expected: { z1: { b: { d: 9 }, a: 9 } },
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'is dropped when only another node differs',
      sections: { 'app@two': { b: { c: 9 } } },
      operations: [set(node, '/b/c', 2)],
      expected: { 'app@two': { b: { c: 9 } } },
      outcomes: ['dropped-as-inherited'],
    },
    {
      note: 'a zone set to what default says is dropped whatever other zones say',
      sections: { z2: { b: { c: 9 } } },
      operations: [set('z1', '/b/c', 2)],
      expected: { z2: { b: { c: 9 } } },
      outcomes: ['dropped-as-inherited'],
    },
  ])
})

describe('removing a leaf', () => {
  table([
    {
      note: 'takes it out',
      sections: { z1: { a: 5, x: 1 } },
      operations: [remove('z1', '/a')],
      expected: { z1: { x: 1 } },
      outcomes: ['removed'],
    },
    {
      note: 'takes the emptied parents along, the section stays',
      sections: { z1: { b: { e: { f: 1 } } } },
      operations: [remove('z1', '/b/e/f')],
      expected: { z1: {} },
      outcomes: ['removed'],
    },
    {
      note: 'keeps parents that hold something else',
      sections: { z1: { b: { c: 1, e: {} } } },
      operations: [remove('z1', '/b/c')],
      expected: { z1: { b: { e: {} } } },
      outcomes: ['removed'],
    },
    {
      note: 'takes out a whole object',
      sections: { z1: { b: { c: 1 }, x: 1 } },
      operations: [remove('z1', '/b')],
      expected: { z1: { x: 1 } },
      outcomes: ['removed'],
    },
    {
      note: 'takes out a stored null',
      sections: { z1: { a: null } },
      operations: [remove('z1', '/a')],
      expected: { z1: {} },
      outcomes: ['removed'],
    },
    {
      note: 'that is not stored changes nothing',
      sections: { z1: { x: {} } },
      operations: [remove('z1', '/x/y')],
      expected: { z1: { x: {} } },
      outcomes: ['unchanged'],
    },
    {
      note: 'of a section that is not there changes nothing',
      sections: {},
      operations: [remove('z1', '/a')],
      expected: {},
      outcomes: ['unchanged'],
    },
  ])
})

describe('the empty pointer', () => {
  table([
    {
      note: 'with {} adds a section',
      sections: { default: { a: 5 } },
      operations: [set(node, '', {})],
      expected: { default: { a: 5 }, [node]: {} },
      outcomes: ['stored'],
    },
    {
      note: 'with {} on an empty section changes nothing',
      sections: { z1: {} },
      operations: [set('z1', '', {})],
      expected: { z1: {} },
      outcomes: ['unchanged'],
    },
    {
      note: 'with values replaces the section as a whole, inherited values included',
      sections: { z1: { x: 1 } },
      operations: [set('z1', '', { a: 1 })],
      expected: { z1: { a: 1 } },
      outcomes: ['stored'],
    },
    {
      note: 'with exactly the inherited values stores them',
      sections: {},
      operations: [set('z1', '', defaults)],
      expected: { z1: defaults },
      outcomes: ['stored'],
    },
    {
      note: 'drops a section',
      sections: { z1: { a: 5 }, default: {} },
      operations: [remove('z1', '')],
      expected: { default: {} },
      outcomes: ['removed'],
    },
    {
      note: 'drops default too',
      sections: { default: { a: 5 } },
      operations: [remove('default', '')],
      expected: {},
      outcomes: ['removed'],
    },
    {
      note: 'drops a section that is not an object',
      sections: { zone_1: 5 },
      operations: [remove('zone_1', '')],
      expected: {},
      outcomes: ['removed'],
    },
    {
      note: 'for a section that is not there changes nothing',
      sections: {},
      operations: [remove('z1', '')],
      expected: {},
      outcomes: ['unchanged'],
    },
  ])
})

describe('several operations', () => {
  table([
    {
      note: 'a node is compared with the default of the same save, whatever the order; outcomes keep the order given',
      sections: { default: { a: 5 } },
      operations: [set(node, '/a', 5), set('app@two', '/a', 7), set('default', '/a', 7)],
      expected: { default: { a: 7 }, [node]: { a: 5 } },
      outcomes: ['stored', 'dropped-as-inherited', 'stored'],
    },
    {
      note: 'a node is compared with the zones of the same save',
      sections: { z1: { a: 9 } },
      operations: [set(node, '/a', 1), remove('z1', '/a')],
      expected: { z1: {} },
      outcomes: ['dropped-as-inherited', 'removed'],
    },
    {
      note: 'on one section they count in the order given',
      sections: {},
      operations: [set('z1', '/a', 5), set('z1', '/a', 6), remove('z1', ''), set('z1', '', {})],
      expected: { z1: {} },
      outcomes: ['stored', 'stored', 'removed', 'stored'],
    },
  ])
})

describe('what no document may hold', () => {
  for (const { note, operation, error } of [
    { note: 'a malformed pointer', operation: set('z1', 'a', 1), error: SyntaxError },
    { note: 'a pointer into an inherited list', operation: set('z1', '/list/0', 1), error: RangeError },
    { note: 'a pointer into a stored list', operation: remove('z2', '/own/0'), error: RangeError },
    { note: 'a pointer below an item of a list', operation: set('z1', '/list/0/x', 1), error: RangeError },
    { note: 'the section name id', operation: set('id', '/a', 1), error: RangeError },
    { note: 'a private section name', operation: set('pvt_x', '/a', 1), error: RangeError },
    { note: 'the section name __proto__', operation: set('__proto__', '/a', 1), error: RangeError },
    { note: 'an empty section name', operation: set('', '/a', 1), error: RangeError },
    { note: 'a section that is a scalar', operation: set('z1', '', 5), error: RangeError },
    { note: 'a section that is a list', operation: set('z1', '', []), error: RangeError },
    { note: 'a section that is null', operation: set('z1', '', null), error: RangeError },
  ]) {
    it(`${note} is refused`, () => {
      expect(() => applyLeafOperations({ sections: { z2: { own: [1] } }, defaults }, [operation])).toThrow(error)
    })
  }

  it('__proto__ below a section is an ordinary key', () => {
    const { sections } = applyLeafOperations({ sections: {}, defaults: {} }, [set('z1', '/__proto__/x', 1)])
    expect(JSON.stringify(sections)).toBe('{"z1":{"__proto__":{"x":1}}}')
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })
})

describe('laws of leaf operations', () => {
  const pointer = fc.constantFrom('/a', '/b/c', '/b/d/e', '/b/d/f', '/d~1e')
  const operation = fc.record({
    section: fc.constantFrom('default', 'z1', 'z2', 'app@one', 'app@two'),
    pointer,
    value: fc.integer({ min: 0, max: 2 }),
    op: fc.constantFrom('set', 'remove'),
    pin: fc.boolean(),
  })
  const operations = fc
    .uniqueArray(operation, { selector: ({ section, pointer: at }) => section + at, maxLength: 6 })
    .map((all) =>
      all.map(
        (each): LeafOperation => (each.op === 'remove' ? remove(each.section, each.pointer) : { ...each, op: 'set' }),
      ),
    )

  it('after setting scalars at separate pointers, each section effectively has them, whatever was stored', () => {
    fc.assert(
      fc.property(plainSections, plainTree, operations, (sections, schemaDefaults, all) => {
        const sets = all.filter((each) => each.op === 'set' && !pointsIntoList(sections, schemaDefaults, each))
        const after = applyLeafOperations({ sections, defaults: schemaDefaults }, sets)
        for (const each of sets) {
          const effective = effectiveSection({ sections: after.sections, defaults: schemaDefaults }, each.section)
          expect(getAt(effective, each.pointer)).toEqual(each.op === 'set' ? each.value : undefined)
        }
      }),
    )
  })

  it('only leaves at, above or below the named pointers change', () => {
    fc.assert(
      fc.property(plainSections, plainTree, operations, (sections, schemaDefaults, all) => {
        const allowed = all.filter((each) => !pointsIntoList(sections, schemaDefaults, each))
        const after = applyLeafOperations({ sections, defaults: schemaDefaults }, allowed).sections
        const named = allowed.map((each) => `/${each.section}${each.pointer}`)
        const touched = (at: string): boolean =>
          named.some((each) => `${at}/`.startsWith(`${each}/`) || `${each}/`.startsWith(`${at}/`))
        const untouched = (all: JsonObject): Record<string, JsonValue> =>
          Object.fromEntries(
            leaves(all)
              .filter(({ pointer: at }) => !touched(at) && at.split('/').length > 2)
              .map((leaf) => [leaf.pointer, leaf.value]),
          )
        expect(untouched(after)).toEqual(untouched(sections))
      }),
    )
  })
})

/** Lists anywhere in the layers below may become effective as operations go: such cases are refused, not applied. */
function pointsIntoList(sections: JsonObject, schemaDefaults: JsonObject, { pointer }: LeafOperation): boolean {
  const parents = pointer.split('/').map((_, depth, tokens) => tokens.slice(0, depth).join('/'))
  return [schemaDefaults, ...Object.values(sections)].some((values) =>
    parents.some((parent) => parent !== '' && Array.isArray(getAt(values, parent))),
  )
}
