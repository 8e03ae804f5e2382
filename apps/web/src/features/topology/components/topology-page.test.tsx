import type { TopologyNode, TopologyWrite } from '@strata/api-types'
import { useSearch } from '@tanstack/react-router'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ToastRegion } from '#web/components/toast.tsx'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, failure, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { readTopologySearch } from '../routes.ts'
import { TopologyPage } from './topology-page.tsx'

// Without a layout nothing would be in sight.
beforeEach(() => void vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const index = {
  categories: [
    { id: 'one', title: 'One', revision: '1-a', keys: [], sections: { z7: [], 'app@n2': [], 'app@lost': [] } },
    { id: 'two', title: 'Two', revision: '1-a', keys: [], sections: { 'app@lost': [] } },
  ],
}

/** The topology's API, with the rule of revisions, in place of the network. */
function startFakeTopology(assigned: Record<string, string | null>, announced: TopologyNode[] = []) {
  const writes: TopologyWrite[] = []
  const refusals: (Response | Promise<Response>)[] = []
  let revision = 1
  let zones = assigned
  const detail = () => ({
    revision: `${revision}-a`,
    nodes: [...Object.entries(zones).map(([name, zone]) => ({ name, zone, source: 'assigned' })), ...announced].map(
      (node) => ({ ...node }),
    ),
  })
  const { fetch } = answering(({ method, url, body }) => {
    if (url.endsWith('/index')) return success(index)
    if (method === 'GET') return success(detail())
    const write: TopologyWrite = JSON.parse(body).data
    writes.push(write)
    const refusal = refusals.shift()
    if (refusal !== undefined) return refusal
    if (write.base_revision !== detail().revision) return failure(409, 'datastore_conflict')
    zones = write.nodes
    revision += 1
    return success(detail())
  })
  vi.stubGlobal('fetch', fetch)
  return {
    writes,
    /** The next write is answered so. */
    refuseOnce: (refusal: Response | Promise<Response>) => refusals.push(refusal),
    change: (next: Record<string, string | null>) => {
      zones = next
      revision += 1
    },
  }
}

function Shown() {
  return <TopologyPage search={readTopologySearch(useSearch({ strict: false }))} />
}

async function open(server: ReturnType<typeof startFakeTopology>, readOnly: string | null = null, search = '') {
  const console = await renderInConsole(
    <SessionProvider session={sessionOf({ read_only: readOnly })}>
      <Shown />
      <ToastRegion />
    </SessionProvider>,
    `/topology${search}`,
  )
  await screen.findByRole('heading', { name: 'Topology' })
  await screen.findByRole('searchbox', { name: 'Filter nodes' })
  return { server, console, user: userEvent.setup() }
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((each) => each.querySelector('th')?.textContent.trim())

describe('the topology page', () => {
  it('shows the nodes by zone, who says so, and those that only have sections', async () => {
    await open(
      startFakeTopology({ 'app@n1': 'z1', 'app@n2': null }, [{ name: 'app@told', zone: 'z2', source: 'announced' }]),
    )
    expect(names()).toEqual([
      'Zone unknown 2 nodes',
      'app@lost',
      'app@n2',
      'z1 1 node',
      'app@n1',
      'z2 1 node',
      'app@told',
    ])
    expect(row('app@lost').textContent).toContain('sections in 2 categories')
    expect(row('app@n2').textContent).toContain('assigned here · section in 1 category')
    expect(row('app@told').textContent).toContain('announced by the cluster')
    expect(within(row('app@told')).queryByRole('button')).toBeNull()
  })

  it('assigns a zone from those that are known, and saves everything on the revision that was read', async () => {
    const { server, user } = await open(startFakeTopology({ 'app@n1': 'z1', 'app@n2': null }))
    await user.click(button('Zone of app@n2: Zone unknown'))
    expect(screen.getAllByRole('menuitemradio').map(({ textContent }) => textContent)).toEqual([
      'z1',
      'z7',
      'Not known',
    ])
    await user.click(screen.getByRole('menuitemradio', { name: 'z7' }))
    expect(row('app@n2').textContent).toContain('was unknown')
    await user.click(button(/^Save/))
    await screen.findByText('Stored')
    expect(server.writes).toEqual([{ base_revision: '1-a', nodes: { 'app@n1': 'z1', 'app@n2': 'z7' } }])
    expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull()
  })

  it('offers the nodes that have sections and no zone, and assigns all of them at once', async () => {
    const { server, user } = await open(startFakeTopology({ 'app@n1': 'z1', 'app@n2': null }))
    await user.click(button('Select them'))
    await user.click(button('Assign a zone'))
    const dialog = within(screen.getByRole('dialog', { name: 'Zone of 2 nodes' }))
    await user.click(dialog.getByRole('button', { name: 'Assign' }))
    dialog.getByText('Say which zone.')
    await user.type(dialog.getByRole('combobox', { name: 'Zone' }), 'us-east')
    await user.click(dialog.getByRole('button', { name: 'Assign' }))
    expect(row('app@lost').textContent).toContain('us-east')
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() =>
      expect(server.writes).toEqual([
        { base_revision: '1-a', nodes: { 'app@n1': 'z1', 'app@n2': 'us-east', 'app@lost': 'us-east' } },
      ]),
    )
  })

  it('adds nodes by name, and says which name is none', async () => {
    const { user } = await open(startFakeTopology({ 'app@n1': 'z1' }))
    await user.click(button('Add nodes'))
    const dialog = within(screen.getByRole('dialog', { name: 'Add nodes' }))
    const field = dialog.getByRole('textbox', { name: 'Nodes' })
    for (const [typed, problem] of [
      ['app', '“app” is not the name of a node: that is name@host.'],
      ['app@n1', '“app@n1” is listed already.'],
    ] as const) {
      await user.clear(field)
      await user.type(field, typed)
      await user.click(dialog.getByRole('button', { name: 'Add' }))
      dialog.getByText(problem)
    }
    await user.clear(field)
    await user.type(field, 'app@n8{Enter}app@n9')
    await user.click(dialog.getByRole('button', { name: 'Add' }))
    expect(row('app@n8').textContent).toContain('new')
    expect(row('app@n9').textContent).toContain('Zone unknown')
  })

  it('removes a node, which can be undone', async () => {
    const { user } = await open(startFakeTopology({ 'app@n1': 'z1' }))
    await user.click(button('Remove app@n1'))
    expect(row('app@n1').textContent).toContain('goes')
    await user.keyboard('{Control>}z{/Control}')
    expect(row('app@n1').textContent).not.toContain('goes')
  })

  it('tells of a conflict, and keeps the changes on top of what is stored now', async () => {
    const { server, user } = await open(startFakeTopology({ 'app@n1': 'z1', 'app@n2': 'z1' }))
    await user.click(button('Remove app@n1'))
    server.change({ 'app@n1': 'z1', 'app@n2': 'z7' })
    await user.click(button(/^Save/))
    await user.click(await screen.findByRole('button', { name: 'Load the current version, keep my changes' }))
    await screen.findByText('The current version is loaded')
    expect(row('app@n1').textContent).toContain('goes')
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes.at(-1)).toEqual({ base_revision: '2-a', nodes: { 'app@n2': 'z7' } }))
  })

  it('tells of a node that both sides changed which zone either gave it, and theirs can be taken', async () => {
    const { server, user } = await open(startFakeTopology({ 'app@n1': 'z1', 'app@n2': 'z1' }))
    await user.click(button('Remove app@n1'))
    await user.click(button('Remove app@n2'))
    server.change({ 'app@n1': null, 'app@n2': 'z1' })
    await user.click(button(/^Save/))
    await user.click(await screen.findByRole('button', { name: 'Load the current version, keep my changes' }))
    const node = within(await screen.findByRole('radiogroup', { name: 'app@n1: whose value is kept' }))
    expect(node.getByRole('radio', { name: 'Mine: nothing' }).getAttribute('aria-checked')).toBe('true')
    await user.click(node.getByRole('radio', { name: 'Theirs: Zone unknown' }))
    expect(row('app@n1').textContent).not.toContain('goes')
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes.at(-1)).toEqual({ base_revision: '2-a', nodes: { 'app@n1': null } }))
  })

  it('keeps what is unsaved over a reload, on what was stored meanwhile, and lets it be discarded', async () => {
    const { server, user } = await open(startFakeTopology({ 'app@n1': 'z1', 'app@n2': 'z1' }))
    await user.click(button('Remove app@n1'))
    cleanup()
    server.change({ 'app@n1': 'z1', 'app@n2': 'z7' })
    const again = await open(server)
    await screen.findByText(/^Restored your unsaved change from .* The stored document has changed since/)
    expect(row('app@n1').textContent).toContain('goes')
    await again.user.click(within(screen.getAllByRole('note')[0] ?? document.body).getByText('Discard'))
    expect(row('app@n1').textContent).not.toContain('goes')
    cleanup()
    await open(server)
    expect(screen.queryByText(/^Restored/)).toBeNull()
  })

  it('says that a save had no answer, and leaves the draft as it is', async () => {
    const { server, user } = await open(startFakeTopology({ 'app@n1': 'z1' }))
    await user.click(button('Remove app@n1'))
    server.refuseOnce(Response.error())
    await user.click(button(/^Save/))
    const told = await screen.findByRole('alertdialog', { name: 'Not stored' })
    expect(told.textContent).toContain('The server does not answer. Your changes stay here')
    expect(row('app@n1').textContent).toContain('goes')
    await user.click(within(told).getByRole('button', { name: 'Dismiss' }))
  })

  it('takes no change while a save is on its way, and tells whoever left meanwhile that it failed', async () => {
    const { server, user } = await open(startFakeTopology({ 'app@n1': 'z1', 'app@n2': 'z2' }))
    await user.click(button('Remove app@n1'))
    let answer = (_: Response) => {}
    server.refuseOnce(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    await user.click(button(/^Save/))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove app@n2' })).toBeNull())
    cleanup()
    await renderInConsole(<ToastRegion />)
    answer(failure(409, 'datastore_conflict'))
    await screen.findByRole('alertdialog', { name: 'Not stored' })
  })

  it('is changed also on a store that is only read: it is Strata’s own', async () => {
    const { user, server } = await open(startFakeTopology({ 'app@n1': 'z1' }), 'This store is only read.')
    await user.click(button('Remove app@n1'))
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes).toHaveLength(1))
  })

  it('filters by what the address says', async () => {
    const { user } = await open(startFakeTopology({ 'app@n1': 'z1', 'app@n2': 'z2' }), null, '?q=z2')
    expect(names()).toEqual(['z2 1 node', 'app@n2'])
    await user.clear(screen.getByRole('searchbox'))
    await waitFor(() => expect(names()).toContain('app@n1'))
  })
})
