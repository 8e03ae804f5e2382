import type { CategorySummary, SessionInfo, TopologyDetail } from '@strata/api-types'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { draftKey, forgetDrafts, keepDraft } from '#web/lib/draft/kept-drafts.ts'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { SystemConfigsOverview } from './system-configs-overview.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  forgetDrafts()
})

const summary = (id: string, different: Partial<CategorySummary> = {}): CategorySummary => ({
  ...{ id, title: id, stored: true, has_schema: true, keys: 3, modified: null },
  ...{ sections: 1, zones: 0, nodes: 0, overrides: 1, ...different },
})
const nothing = [summary('media', { stored: false, sections: 0, overrides: 0 })]
const index = {
  categories: [
    {
      id: 'ecallmgr',
      title: '',
      revision: '1-a',
      keys: [],
      sections: {
        'app@n1': [
          ['/a', 1],
          ['/b', 2, 'noise'],
        ],
        'app@n2': [
          ['/a', 1],
          ['/c', 2],
        ],
        z1: [['/a', 5]],
      },
    },
    { id: 'media', title: '', revision: '1-a', keys: [], sections: { 'app@n2': [['/d', 1]] } },
  ],
}
const zoned: TopologyDetail['nodes'] = [{ name: 'app@n1', zone: 'z1', source: 'assigned' }]
const unplaced: TopologyDetail['nodes'] = [...zoned, { name: 'app@n2', zone: null, source: 'announced' }]

async function show(categories: CategorySummary[], nodes: TopologyDetail['nodes'], session: Partial<SessionInfo> = {}) {
  const { fetch } = answering(({ url }) => {
    if (url.endsWith('/topology')) return success({ revision: null, nodes })
    return success(url.endsWith('/index') ? index : categories.map((category) => ({ ...category })))
  })
  vi.stubGlobal('fetch', fetch)
  await renderInConsole(
    <SessionProvider session={sessionOf(session)}>
      <SystemConfigsOverview />
    </SessionProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
}

const table = async (name: string) => within(await screen.findByRole('table', { name }))
const rows = async (name: string) =>
  (await table(name)).getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent))

describe('the questions of a day', () => {
  it('what was stored last, the latest first; what does not say when is left out', async () => {
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
    await show([summary('a', { modified: at(125) }), summary('b'), summary('c', { modified: at(5) })], zoned)
    expect(await rows('Stored last')).toEqual([
      ['Category', 'When'],
      ['c', '5 minutes ago'],
      ['a', '2 hours ago'],
    ])
  })

  it('which categories have unsaved changes in this browser, and no other documents', async () => {
    for (const document of ['a', '/console/topology']) {
      keepDraft(draftKey(sessionOf({}), document), { revision: '1-a', keptAt: Date.now(), secrets: [] })
    }
    await show([summary('a'), summary('b')], zoned)
    const note = screen.getByRole('note')
    expect(note.textContent).toBe('1 category has unsaved changes in this browser: a')
    expect(within(note).getByRole('link').getAttribute('href')).toBe('/system-configs/a')
  })

  it('which nodes set most themselves, what changes nothing left out, each with the way to its page', async () => {
    await show([summary('a')], zoned)
    expect(await rows('Nodes that set most themselves')).toEqual([
      ['Node', 'Settings', 'Categories'],
      ['app@n2', '3', '2'],
      ['app@n1', '1', '1'],
    ])
    const nodes = await table('Nodes that set most themselves')
    expect(nodes.getByRole('link', { name: 'app@n1' }).getAttribute('href')).toBe('/nodes/app%40n1')
  })
})

describe('whose store this is', () => {
  const steps = () => screen.queryByRole('region', { name: 'Where to begin' })

  it('on an empty one of Strata’s own: that no KAZOO reads it, and three steps that each lead somewhere', async () => {
    await show(nothing, [])
    const region = within(await screen.findByRole('region', { name: 'Where to begin' }))
    region.getByText(/no KAZOO reads it/)
    const links = region.getAllByRole('link').map((link) => link.getAttribute('href'))
    expect(links).toEqual(['/topology', '/system-configs/sysconf', '/storage'])
    expect(region.queryByLabelText('Done')).toBeNull()
  })

  it('marks the steps that are done, and goes when there are nodes and values', async () => {
    await show(nothing, zoned)
    expect(within(await screen.findByRole('region')).getAllByLabelText('Done')).toHaveLength(1)
  })

  it('says nothing once one has begun', async () => {
    await show([summary('a')], zoned)
    await table('Nodes that set most themselves')
    expect(steps()).toBeNull()
  })

  for (const { note, session, nodes, says } of [
    {
      note: 'of a KAZOO cluster’s: what was found, that it is only read, and that the topology is open all the same',
      session: { origin: 'kazoo', read_only: 'It is KAZOO’s.' },
      nodes: unplaced,
      says: /1 category is stored, 2 nodes are known, 1 of them without a zone\. Strata only reads it\..*also while nothing else/,
    },
    {
      note: 'of one that is written: which nodes have no zone yet',
      session: { origin: 'kazoo' },
      nodes: unplaced,
      says: /2 nodes are known, 1 of them without a zone\. The topology is Strata’s own: say there which zone each node is in\./,
    },
  ] as const) {
    it(note, async () => {
      await show([summary('a')], [...nodes], session)
      await waitFor(() => expect(screen.getByRole('note').textContent).toMatch(says))
      expect(within(screen.getByRole('note')).getByRole('link').getAttribute('href')).toBe('/topology')
      expect(steps()).toBeNull()
    })
  }
})
