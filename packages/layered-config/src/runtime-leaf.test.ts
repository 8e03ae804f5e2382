import { describe, expect, it } from 'vitest'
import { runtimeLeaf } from './runtime-leaf.ts'

const sections = {
  default: { scalar: 1, group: { a: 1, b: 2 }, map: { x: 1, y: 2 }, limit: 7, default: { limit: 6 } },
  z1: { default: { limit: 8 }, group: { b: 20 }, map: { x: 10 } },
  'n@h': { scalar: null, map: { y: { deep: 3 } } },
}
const readsMembers = (pointer: string) => pointer === '/group'
const isDeclared = (pointer: string) => pointer === '/default/limit'

describe(runtimeLeaf, () => {
  for (const { note, node, zone, pointer, expected } of [
    {
      note: 'a scalar is read by itself, null included',
      node: 'n@h',
      zone: 'z1',
      pointer: '/scalar',
      expected: { value: null, answeredBy: 'node' },
    },
    {
      note: 'members of a declared object are read one by one',
      node: 'n@h',
      zone: 'z1',
      pointer: '/group/a',
      expected: { value: 1, answeredBy: 'default' },
    },
    {
      note: 'the zone comes before default',
      node: undefined,
      zone: 'z1',
      pointer: '/group/b',
      expected: { value: 20, answeredBy: 'zone' },
    },
    {
      note: 'a map of a higher layer hides entries of the lower ones',
      node: 'n@h',
      zone: 'z1',
      pointer: '/map/x',
      expected: { value: undefined, answeredBy: 'node' },
    },
    {
      note: 'entries are found in the layer that answers, however deep',
      node: 'n@h',
      zone: 'z1',
      pointer: '/map/y/deep',
      expected: { value: 3, answeredBy: 'node' },
    },
    {
      note: 'default alone answers for the cluster',
      node: 'default',
      zone: 'z1',
      pointer: '/map/x',
      expected: { value: 1, answeredBy: 'default' },
    },
    {
      note: 'a key that begins with default is asked of default without it',
      node: 'n@h',
      zone: 'z2',
      pointer: '/default/limit',
      expected: { value: 7, answeredBy: 'default' },
    },
    {
      note: 'and that is what the place in default is read as',
      node: 'default',
      zone: undefined,
      pointer: '/limit',
      expected: { value: 7, answeredBy: 'default' },
    },
    {
      note: 'not what default stores below a default of its own',
      node: 'default',
      zone: undefined,
      pointer: '/default/limit',
      expected: { value: 7, answeredBy: 'default' },
    },
    {
      note: 'a zone stores it as it is written',
      node: 'n@h',
      zone: 'z1',
      pointer: '/default/limit',
      expected: { value: 8, answeredBy: 'zone' },
    },
    { note: 'nothing stored: the built-in applies', node: 'n@h', zone: 'z1', pointer: '/other', expected: undefined },
  ] as const) {
    it(note, () => expect(runtimeLeaf(sections, { node, zone, pointer, readsMembers, isDeclared })).toEqual(expected))
  }
})
