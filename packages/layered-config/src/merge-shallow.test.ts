import { describe, expect, it } from 'vitest'
import { mergeShallow } from './merge-shallow.ts'

describe(mergeShallow, () => {
  for (const { note, layers, expected } of [
    { note: 'no layers give nothing', layers: [], expected: {} },
    { note: 'later keys replace earlier ones', layers: [{ a: 1, b: 1 }, { b: 2 }], expected: { a: 1, b: 2 } },
    {
      note: 'an object is replaced as a whole',
      layers: [{ params: { x: 1 } }, { params: { y: 2 } }],
      expected: { params: { y: 2 } },
    },
    { note: 'an empty object replaces', layers: [{ params: { x: 1 } }, { params: {} }], expected: { params: {} } },
    { note: 'null is a value', layers: [{ a: 1 }, { a: null }], expected: { a: null } },
  ]) {
    it(note, () => expect(mergeShallow(...layers)).toEqual(expected))
  }

  it('treats __proto__ as an ordinary key', () => {
    expect(JSON.stringify(mergeShallow({ a: 1 }, JSON.parse('{"__proto__": {"b": 2}}')))).toBe(
      '{"a":1,"__proto__":{"b":2}}',
    )
  })
})
