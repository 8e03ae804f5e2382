import { describe, expect, it } from 'vitest'
import { overridesIn, overridesOf } from './overrides-of.ts'

const marker = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }

describe(overridesIn, () => {
  for (const { note, sections, expected } of [
    { note: 'leaves of all sections', sections: { default: { a: 1, b: { c: 2, d: 3 } }, z1: { a: 2 } }, expected: 4 },
    { note: 'a list is one', sections: { default: { a: [1, 2, 3] } }, expected: 1 },
    { note: 'so is a secret', sections: { default: { password: marker, deep: { password: marker } } }, expected: 2 },
    { note: 'an empty section sets nothing', sections: { default: {} }, expected: 0 },
  ]) {
    it(note, () => expect(overridesIn(sections)).toBe(expected))
  }
})

describe(overridesOf, () => {
  it('counts one section', () => expect(overridesOf({ default: { a: marker }, z1: { b: 1 } }, 'default')).toBe(1))
  it('is nothing where there is no such section', () => expect(overridesOf({}, 'constructor')).toBe(0))
})
