import { describe, expect, it } from 'vitest'
import { commonDomain } from './common-domain.ts'

describe(commonDomain, () => {
  for (const { note, nodes, expected } of [
    {
      note: 'what all hosts end in',
      nodes: ['app@a.z1.example.net', 'ecallmgr@b.z2.example.net'],
      expected: '.example.net',
    },
    { note: 'never a whole host', nodes: ['app@example.net', 'app@a.example.net'], expected: '.net' },
    { note: 'by whole words', nodes: ['app@a.one-example.net', 'app@b.example.net'], expected: '.net' },
    { note: 'none where one has none', nodes: ['app@a.example.net', 'app@localhost'], expected: '' },
    { note: 'none of one node alone', nodes: ['app@a.example.net'], expected: '' },
    { note: 'none of none', nodes: [], expected: '' },
  ])
    it(note, () => expect(commonDomain(nodes)).toBe(expected))
})
