import { describe, expect, it } from 'vitest'
import { sectionsByZone } from './sections-by-zone.ts'

describe(sectionsByZone, () => {
  for (const { note, sections, known, expected } of [
    { note: 'nothing is known, and nothing stored', sections: { default: {} }, known: [], expected: [] },
    {
      note: 'nodes under their zones, whether the zone has a section or not',
      sections: { z2: {} },
      known: [
        { name: 'app@n2', zone: 'z1' },
        { name: 'app@n1', zone: 'z1' },
      ],
      expected: [
        { zone: 'z1', nodes: ['app@n1', 'app@n2'] },
        { zone: 'z2', nodes: [] },
      ],
    },
    {
      note: 'nodes with a section that nobody knows, and known ones without a zone, last',
      sections: { default: {}, 'app@n9': {}, 'app@n1': {} },
      known: [
        { name: 'app@n1', zone: 'z1' },
        { name: 'app@n5', zone: null },
      ],
      expected: [
        { zone: 'z1', nodes: ['app@n1'] },
        { zone: undefined, nodes: ['app@n5', 'app@n9'] },
      ],
    },
  ]) {
    it(note, () => expect(sectionsByZone(sections, known)).toEqual(expected))
  }
})
