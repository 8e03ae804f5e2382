import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Category } from './category.ts'
import { applyLeafOperations, type LeafOperation } from './leaf-operations.ts'
import { lostByWholeWrite } from './lost-leaves.ts'
import { runtimeLookup } from './runtime-lookup.ts'
import { changeZoneInstead, moveZoneValue } from './unmasking.ts'

const node = 'app@n1'
const others = ['app@n2', 'app@n3']
const nodes = [node, ...others].map((name) => ({ name, zone: 'z1' }))
const pointer = '/a'

const masked: Category = { sections: { default: { a: 1 }, z1: { a: 5 }, [node]: { a: 1 } }, defaults: {} }
/** Equal to the schema default, and nothing is stored in `default`. */
const pin: Category = { sections: { z1: { a: 5 }, [node]: { a: 1 } }, defaults: { a: 1 } }

function after(category: Category, operations: LeafOperation[]): JsonObject {
  return applyLeafOperations(category, operations).sections
}

const read = (sections: JsonObject, name: string) => runtimeLookup(sections, { node: name, zone: 'z1', pointer })?.value

const change = ({ sections }: Category) => changeZoneInstead({ sections, node, zone: 'z1', pointer })
const move = ({ sections }: Category) => moveZoneValue({ sections, node, zone: 'z1', pointer, others })

describe(changeZoneInstead, () => {
  it('takes both overrides away where default says the same', () =>
    expect(after(masked, change(masked))).toEqual({ default: { a: 1 }, z1: {}, [node]: {} }))

  it('stores the value for the zone where only the schema says the same', () =>
    expect(after(pin, change(pin))).toEqual({ z1: { a: 1 }, [node]: {} }))

  it('asks default where nodes look for a key that begins with default', () => {
    const sections = { default: { x: 1 }, z1: { default: { x: 5 } }, [node]: { default: { x: 1 } } }
    expect(changeZoneInstead({ sections, node, zone: 'z1', pointer: '/default/x' })).toEqual([
      { section: 'z1', pointer: '/default/x', op: 'remove' },
      { section: node, pointer: '/default/x', op: 'remove' },
    ])
  })

  it('does nothing where the node sets nothing', () =>
    expect(changeZoneInstead({ sections: {}, node, zone: 'z1', pointer })).toEqual([]))
})

describe(moveZoneValue, () => {
  it('gives the zone’s value to the other nodes', () =>
    expect(after(masked, move(masked))).toEqual({
      default: { a: 1 },
      z1: {},
      [node]: {},
      'app@n2': { a: 5 },
      'app@n3': { a: 5 },
    }))

  it('leaves what other nodes set themselves, null included', () => {
    const category = { ...masked, sections: { ...masked.sections, 'app@n2': { a: 7 }, 'app@n3': { a: null } } }
    expect(after(category, move(category))).toMatchObject({ 'app@n2': { a: 7 }, 'app@n3': { a: null } })
  })

  it('keeps the node’s override where only the schema says the same', () =>
    expect(after(pin, move(pin))).toMatchObject({ z1: {}, [node]: { a: 1 } }))

  it('does nothing where the zone holds no value of its own', () =>
    expect(move({ sections: { [node]: { a: 1 } }, defaults: {} })).toEqual([]))
})

describe('a masked override', () => {
  const small = fc.integer({ min: 0, max: 2 })
  const maybe = fc.option(small, { nil: undefined })
  /** The node's value equals what it inherits over the API, and the zone's does not. */
  const categories = fc
    .record({ shared: maybe, schema: small, zone: small, second: maybe, third: maybe })
    .map(({ shared, schema, zone, second, third }): Category => {
      const set = (a: number | undefined) => (a === undefined ? {} : { a })
      return {
        sections: {
          default: set(shared),
          z1: { a: zone },
          [node]: { a: shared ?? schema },
          'app@n2': set(second),
          'app@n3': set(third),
        },
        defaults: { a: schema },
      }
    })
    .filter((category) => reasons(category).includes('masked'))

  function reasons(category: Category) {
    return lostByWholeWrite({ ...category, nodes, readsMembers: () => false, isDeclared: () => false })
      .filter(({ section }) => section === node)
      .map(({ reason }) => reason)
  }

  it('reads the same value and is masked no more, whichever way is taken', () => {
    fc.assert(
      fc.property(categories, (category) => {
        for (const operations of [change(category), move(category)]) {
          const sections = after(category, operations)
          expect(read(sections, node)).toBe(read(category.sections, node))
          expect(reasons({ ...category, sections })).not.toContain('masked')
        }
      }),
    )
  })

  it('moves without any node of the zone reading anything else', () => {
    fc.assert(
      fc.property(categories, (category) => {
        const sections = after(category, move(category))
        for (const other of others) expect(read(sections, other)).toBe(read(category.sections, other))
      }),
    )
  })
})
