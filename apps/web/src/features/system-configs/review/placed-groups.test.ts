import type { NodeGroup } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { placedGroups } from './placed-groups.ts'

type Group = NodeGroup & { after: number }

function unknown(zone: string | null, after: number): Group {
  return { zone, zone_is: 'known', nodes: [], count: 0, others: true, after }
}

function named(node: string, after: number): Group {
  return { zone: 'z1', zone_is: 'known', nodes: [node], count: 1, others: true, after }
}

function supposed(zone: string | null, after: number): Group {
  return { zone, zone_is: 'supposed', nodes: ['app@n1'], count: 1, others: false, after }
}

const shown = (groups: Group[]) =>
  placedGroups(groups).map(({ group, places }) => [group.nodes[0], group.after, places.map(({ zone }) => zone)])

describe(placedGroups, () => {
  for (const { note, groups, expected } of [
    {
      note: 'named nodes come first and stay apart',
      groups: [unknown('z2', 1), named('app@n1', 1), named('app@n2', 1)],
      expected: [
        ['app@n1', 1, ['z1']],
        ['app@n2', 1, ['z1']],
        [undefined, 1, ['z2']],
      ],
    },
    {
      note: 'unknown nodes of several zones are one group where the same holds',
      groups: [unknown(null, 1), unknown('z1', 2), unknown('z2', 1)],
      expected: [
        [undefined, 1, [null, 'z2']],
        [undefined, 2, ['z1']],
      ],
    },
    {
      note: 'the same nodes are one group for all zones that make no difference to them',
      groups: [supposed('z1', 1), supposed('z2', 2), supposed(null, 1)],
      expected: [
        ['app@n1', 1, ['z1', null]],
        ['app@n1', 2, ['z2']],
      ],
    },
    { note: 'nothing of nothing', groups: [], expected: [] },
  ])
    it(note, () => expect(shown(groups)).toEqual(expected))
})
