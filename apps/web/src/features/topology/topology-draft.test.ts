import type { TopologyDetail, TopologyNode } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { beginDraft, movedDraft } from '#web/lib/draft/draft.ts'
import { beginHistory } from '#web/lib/draft/history.ts'
import {
  assignmentsOf,
  changedDraft,
  type NodeChange,
  rebasedDraft,
  type TopologyDraft,
  topologyRules,
} from './topology-draft.ts'

const nodes: TopologyNode[] = [
  { name: 'app@n1', zone: 'z1', source: 'assigned' },
  { name: 'app@n2', zone: null, source: 'assigned' },
  { name: 'app@told', zone: 'z2', source: 'announced' },
  { name: 'app@silent', zone: null, source: 'announced' },
]
const empty: TopologyDraft = new Map()

describe(changedDraft, () => {
  for (const { note, name, change, expected } of [
    { note: 'another zone is a change', name: 'app@n1', change: { zone: 'z2' }, expected: { zone: 'z2' } },
    { note: 'the zone that is stored is none', name: 'app@n1', change: { zone: 'z1' }, expected: undefined },
    { note: 'no zone is a change', name: 'app@n1', change: { zone: null }, expected: { zone: null } },
    { note: 'a node can go', name: 'app@n1', change: 'removed', expected: 'removed' },
    { note: 'a node nobody knew is added', name: 'app@n9', change: { zone: null }, expected: { zone: null } },
    { note: 'a node nobody knows cannot go', name: 'app@n9', change: 'removed', expected: undefined },
    { note: 'what the cluster says stays', name: 'app@told', change: { zone: 'z1' }, expected: undefined },
    {
      note: 'a node that does not say its zone is given one',
      name: 'app@silent',
      change: { zone: 'z1' },
      expected: { zone: 'z1' },
    },
    { note: 'what is not assigned cannot go', name: 'app@silent', change: 'removed', expected: undefined },
  ] satisfies { note: string; name: string; change: NodeChange; expected: NodeChange | undefined }[]) {
    it(note, () => expect(changedDraft(empty, nodes, [name], change).get(name)).toEqual(expected))
  }

  it('takes back a change that leads to what is stored, and keeps the others', () => {
    const draft = changedDraft(empty, nodes, ['app@n1', 'app@n2'], { zone: 'z9' })
    expect([...changedDraft(draft, nodes, ['app@n1'], { zone: 'z1' })]).toEqual([['app@n2', { zone: 'z9' }]])
  })
})

describe(rebasedDraft, () => {
  it('drops what others stored meanwhile, and keeps what is still a change', () => {
    const draft: TopologyDraft = new Map<string, NodeChange>([
      ['app@n1', { zone: 'z2' }],
      ['app@n2', { zone: 'z1' }],
      ['app@n3', 'removed'],
      ['app@n4', { zone: 'z4' }],
    ])
    const current: TopologyNode[] = [
      { name: 'app@n1', zone: 'z2', source: 'assigned' },
      { name: 'app@n2', zone: 'z9', source: 'assigned' },
    ]
    expect([...rebasedDraft(draft, current)]).toEqual([
      ['app@n2', { zone: 'z1' }],
      ['app@n4', { zone: 'z4' }],
    ])
  })
})

describe(assignmentsOf, () => {
  it('is everything assigned with the draft on top, and nothing that the cluster announces', () => {
    const draft: TopologyDraft = new Map<string, NodeChange>([
      ['app@n1', 'removed'],
      ['app@silent', { zone: 'z1' }],
      ['app@n9', { zone: 'z9' }],
    ])
    expect(assignmentsOf(nodes, draft)).toEqual({ 'app@n2': null, 'app@silent': 'z1', 'app@n9': 'z9' })
  })
})

it('a zone that is not settled is told again at the next move', () => {
  const zoned = (revision: string, zone: string) =>
    ({ revision, nodes: [{ name: 'app@n1', zone, source: 'assigned' }, ...nodes.slice(1)] }) as TopologyDetail
  const begun = beginDraft(topologyRules, zoned('1-a', 'z1'))
  const history = beginHistory<TopologyDraft>(new Map([['app@n1', { zone: 'mine' }]]))
  const first = movedDraft(topologyRules, { ...begun, history }, zoned('2-a', 'theirs'))
  expect(movedDraft(topologyRules, first, zoned('3-a', 'theirs')).moved?.overlaps).toEqual([
    { pointer: '/app@n1', base: 'z1', mine: 'mine', theirs: 'theirs' },
  ])
})
