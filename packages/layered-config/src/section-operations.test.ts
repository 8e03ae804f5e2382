import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTree } from './config.arbitraries.ts'
import { applyLeafOperations } from './leaf-operations.ts'
import { copySection, promote } from './section-operations.ts'

describe(promote, () => {
  it('sets the value for the zone and takes it from the nodes', () => {
    const sections = { z1: { b: 1 }, 'app@n1': { a: 5, b: 2 }, 'app@n2': { a: 5 } }
    const operations = promote({ zone: 'z1', pointer: '/a', value: 5, nodes: ['app@n1', 'app@n2'] })
    expect(applyLeafOperations({ sections, defaults: {} }, operations).sections).toEqual({
      z1: { b: 1, a: 5 },
      'app@n1': { b: 2 },
      'app@n2': {},
    })
  })

  it('also a value that the zone would inherit from the schema: its nodes must not go back to what KAZOO has built in', () => {
    const operations = promote({ zone: 'z1', pointer: '/a', value: 1, nodes: ['app@n1'] })
    const { sections } = applyLeafOperations({ sections: { 'app@n1': { a: 1 } }, defaults: { a: 1 } }, operations)
    expect(sections).toEqual({ 'app@n1': {}, z1: { a: 1 } })
  })
})

describe(copySection, () => {
  it('takes what is new, changes what differs, and removes the rest', () => {
    expect(copySection({ a: 1, b: { c: 2 } }, { a: 1, b: { c: 3, d: 4 } }, 'z2')).toEqual([
      { section: 'z2', pointer: '/b/d', op: 'remove' },
      { section: 'z2', pointer: '/b/c', op: 'set', value: 2, pin: true },
    ])
  })

  it('gives a section that stores exactly the same, whatever it inherits', () => {
    fc.assert(
      fc.property(plainTree, plainTree, plainTree, (from, to, shared) => {
        const category = { sections: { default: shared, z1: from, z2: to }, defaults: {} }
        try {
          const { sections } = applyLeafOperations(category, copySection(from, to, 'z2'))
          expect(sections.z2).toEqual(from)
        } catch (error) {
          // A list in the target where the source has an object: lists are set as a whole.
          if (!(error instanceof RangeError)) throw error
        }
      }),
    )
  })
})
