import { describe, expect, it } from 'vitest'
import { emptySections, withoutEmptiedSections } from './emptied-sections.ts'

describe(emptySections, () => {
  it('are those without a key; what is no section is none', () => {
    expect(emptySections({ z1: {}, z2: { a: {} }, text: 5, id: {}, 'app@n1': {} })).toEqual(['z1', 'app@n1'])
  })
})

describe(withoutEmptiedSections, () => {
  for (const { note, before, after, expected } of [
    { note: 'drops what the change emptied', before: { z1: { a: 1 } }, after: { z1: {} }, expected: {} },
    { note: 'keeps what was empty before', before: { z1: {} }, after: { z1: {} }, expected: { z1: {} } },
    { note: 'keeps what the change added empty', before: {}, after: { z1: {} }, expected: { z1: {} } },
    {
      note: 'keeps what still says something',
      before: { z1: { a: 1, b: 2 } },
      after: { z1: { b: 2 }, text: 5 },
      expected: { z1: { b: 2 }, text: 5 },
    },
  ]) {
    it(note, () => expect(withoutEmptiedSections(before, after)).toEqual(expected))
  }
})
