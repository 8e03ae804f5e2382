import { describe, expect, it } from 'vitest'
import { findZones, sectionsByZone } from './sections-by-zone.ts'

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
    it(note, () => expect(sectionsByZone(Object.keys(sections), known)).toEqual(expected))
  }
})

describe(findZones, () => {
  const zones = sectionsByZone(
    ['lon', 'app@retired'],
    [
      { name: 'app@n1.lon', zone: 'lon' },
      { name: 'media@n1.ams', zone: 'ams' },
    ],
  )
  const names = (text: string) =>
    findZones(zones, text).map(({ zone, hasSection, nodes }) => [zone, hasSection, ...nodes])
  for (const { note, text, expected } of [
    {
      note: 'everything',
      text: '',
      expected: [
        ['ams', true, 'media@n1.ams'],
        ['lon', true, 'app@n1.lon'],
        [undefined, false, 'app@retired'],
      ],
    },
    { note: 'a zone stands for its nodes', text: 'LON', expected: [['lon', true, 'app@n1.lon']] },
    { note: 'each word, wherever it is in the name', text: 'ams n1', expected: [['ams', false, 'media@n1.ams']] },
    { note: 'nothing', text: 'fra', expected: [] },
  ])
    it(note, () => expect(names(text)).toEqual(expected))
})
