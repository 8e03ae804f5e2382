import { describe, expect, it } from 'vitest'
import { nearNames } from './near-names.ts'

const known = [
  'kazoo_apps@app1.lon.example.net',
  'kazoo_apps@app2.lon.example.net',
  'ecallmgr@media1.lon.example.net',
  'lon',
  'z1',
]

describe(nearNames, () => {
  for (const { note, name, expected } of [
    { note: 'a letter forgotten', name: 'kazoo_apps@ap1.lon.example.net', expected: known.slice(0, 2) },
    { note: 'letters swapped', name: 'kazoo_apps@app1.lon.example.ent', expected: [known[0]] },
    { note: 'a zone', name: 'loon', expected: ['lon'] },
    { note: 'nothing near', name: 'kazoo_apps@other.ams.example.net', expected: [] },
    { note: 'a short name is not near another short one', name: 'z9', expected: [] },
    { note: 'a zone is no slip for a node', name: 'lon@', expected: [] },
  ])
    it(note, () => expect(nearNames(name, known)).toEqual(expected))
})
