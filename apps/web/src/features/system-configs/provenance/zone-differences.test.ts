import { sectionReader, sectionZones } from '@strata/layered-config'
import { describe, expect, it } from 'vitest'
import { zoneDifferences } from './zone-differences.ts'

const defaults = { a: 1, deep: { b: 2 } }
const rules = { readsMembers: (pointer: string) => pointer === '/deep', isDeclared: () => true }

describe(zoneDifferences, () => {
  for (const { note, sections, section = 'app@n1', known, expected } of [
    {
      note: 'a zone’s own value is read by a node that sets none',
      sections: { z1: { a: 5 } },
      expected: [{ zone: 'z1', count: 1 }],
    },
    { note: 'the node’s own value hides it', sections: { z1: { a: 5 }, 'app@n1': { a: 6 } }, expected: [] },
    { note: 'the same value makes no difference', sections: { default: { a: 5 }, z1: { a: 5 } }, expected: [] },
    {
      note: 'leaves are counted, zone by zone',
      sections: { z1: { a: 5, deep: { b: 3 } }, z2: { deep: { c: 1 } } },
      expected: [
        { zone: 'z1', count: 2 },
        { zone: 'z2', count: 1 },
      ],
    },
    {
      note: 'only the node’s own zone, where it is known',
      sections: { z1: { a: 5 }, z2: { a: 6, deep: { b: 3 } } },
      known: 'z2',
      expected: [{ zone: 'z2', count: 2 }],
    },
    { note: 'a zone itself reads no other', sections: { z1: { a: 5 }, z2: {} }, section: 'z2', expected: [] },
    { note: 'default reads none', sections: { z1: { a: 5 } }, section: 'default', expected: [] },
  ]) {
    it(note, () => {
      const reader = sectionReader({ section, zone: known }, sectionZones(sections), rules)
      expect(zoneDifferences({ sections, defaults }, reader)).toEqual(expected)
    })
  }
})
