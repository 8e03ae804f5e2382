import { describe, expect, it } from 'vitest'
import { otherSide } from './other-side.ts'

const zones = [
  { zone: 'lon', nodes: ['app@n1.lon'] },
  { zone: undefined, nodes: ['app@lost'] },
]

describe(otherSide, () => {
  for (const { note, section, sections, expected } of [
    { note: 'a node beside its zone', section: 'app@n1.lon', sections: {}, expected: 'lon' },
    { note: 'a node of unknown zone beside default', section: 'app@lost', sections: {}, expected: 'default' },
    { note: 'a zone beside default', section: 'lon', sections: { default: {} }, expected: 'default' },
    {
      note: 'default beside a section that sets something',
      section: 'default',
      sections: { default: { a: 1 }, 'app@n0': {}, 'app@n1.lon': { a: 2 } },
      expected: 'app@n1.lon',
    },
    {
      note: 'default beside a known zone where no section sets anything',
      section: 'default',
      sections: {},
      expected: 'lon',
    },
  ])
    it(note, () => expect(otherSide(section, sections, zones)).toBe(expected))
})
