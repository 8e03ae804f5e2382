import { describe, expect, it } from 'vitest'
import { type DraftedNode, draftedNodes } from './drafted-nodes.ts'
import type { TopologySearch } from './routes.ts'
import type { NodeChange } from './topology-draft.ts'
import { filteredNodes, topologyRows } from './topology-rows.ts'

const nodes = draftedNodes({
  nodes: [
    { name: 'app@n10', zone: 'z1', source: 'assigned' },
    { name: 'app@n2', zone: 'z1', source: 'assigned' },
    { name: 'app@n3', zone: 'z10', source: 'announced' },
    { name: 'app@n4', zone: 'z2', source: 'assigned' },
  ],
  sections: new Map([
    ['app@n2', 3],
    ['app@lost', 1],
    ['app@found', 2],
  ]),
  draft: new Map<string, NodeChange>([
    ['app@n4', 'removed'],
    ['app@n10', { zone: 'z2' }],
    ['app@found', { zone: 'z1' }],
    ['app@new', { zone: null }],
  ]),
})
const brief = ({ name, zone, source, change }: DraftedNode) => [name, zone, source, change]

describe(draftedNodes, () => {
  it('has the nodes of the topology, those with sections only, and those that the draft adds, by name', () => {
    expect(nodes.map(brief)).toEqual([
      ['app@found', 'z1', 'assigned', 'added'],
      ['app@lost', null, 'section', undefined],
      ['app@n2', 'z1', 'assigned', undefined],
      ['app@n3', 'z10', 'announced', undefined],
      ['app@n4', 'z2', 'assigned', 'removed'],
      ['app@n10', 'z2', 'assigned', 'moved'],
      ['app@new', null, 'assigned', 'added'],
    ])
    expect(nodes.map(({ categories }) => categories)).toEqual([2, 1, 3, 0, 0, 0, 0])
  })
})

describe(topologyRows, () => {
  it('has nodes without a zone first, then zone by zone', () => {
    expect(topologyRows(nodes).map((row) => (row.kind === 'zone' ? row.zone : row.node.name))).toEqual([
      null,
      'app@lost',
      'app@new',
      'z1',
      'app@found',
      'app@n2',
      'z2',
      'app@n4',
      'app@n10',
      'z10',
      'app@n3',
    ])
  })
})

describe(filteredNodes, () => {
  for (const { note, search, expected } of [
    { note: 'part of a name', search: { q: 'N1' }, expected: ['app@n10'] },
    { note: 'a zone', search: { q: 'z10' }, expected: ['app@n3'] },
    { note: 'every word', search: { q: 'app z2 n4' }, expected: ['app@n4'] },
    { note: 'those without a zone', search: { only: 'unplaced' }, expected: ['app@lost', 'app@new'] },
    {
      note: 'those that are unsaved',
      search: { q: 'n', only: 'unsaved' },
      expected: ['app@found', 'app@n4', 'app@n10', 'app@new'],
    },
  ] satisfies { note: string; search: TopologySearch; expected: string[] }[]) {
    it(`finds ${note}`, () => expect(filteredNodes(nodes, search).map(({ name }) => name)).toEqual(expected))
  }
})
