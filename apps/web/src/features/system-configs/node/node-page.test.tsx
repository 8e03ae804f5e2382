import type { NodeDetail } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { useSearch } from '@tanstack/react-router'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, failure, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { NodePage } from './node-page.tsx'
import { readNodeSearch } from './routes.ts'

// Without a layout nothing would be in sight.
beforeEach(() => void vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const known: NodeDetail = {
  name: 'app@n1',
  kind: 'node',
  zone: 'z1',
  zone_is: 'assigned',
  assigned_zone: 'z1',
  is_known: true,
  zones: ['z1', 'z2'],
  categories: [
    {
      category: 'one',
      revision: '1-a',
      left_out: 0,
      settings: [
        { pointer: '/a_ms', readings: [{ layer: 'node', value: 500 }], own: 500, schema_default: 100, deviates: true },
        { pointer: '/b', readings: [{ layer: 'zone', value: 7 }], deviates: true },
        { pointer: '/pinned', readings: [{ layer: 'node', value: 3 }], own: 3, schema_default: 3 },
      ],
    },
  ],
}

function startFakeNodes(nodes: Record<string, NodeDetail>) {
  const { fetch, sent } = answering(({ url }) => {
    if (url.endsWith('/topology'))
      return success({ revision: '1', nodes: [{ name: 'app@n2', zone: 'z1', source: 'assigned' }] })
    if (url.endsWith('/node_jobs')) return success([])
    if (url.endsWith('/dry_run')) return success({ changes: [], refused: [], skipped: [], topology: [] })
    if (url.endsWith('/index')) return success({ categories: [] })
    const [, path = ''] = url.split('/console/nodes/')
    const found = nodes[decodeURIComponent(path)]
    return found === undefined ? failure(400, 'invalid') : success(JSON.parse(JSON.stringify(found)) as JsonValue)
  })
  vi.stubGlobal('fetch', fetch)
  return sent
}

function Shown({ node }: { node: string }) {
  return (
    <SessionProvider session={sessionOf({ is_superduper_admin: true })}>
      <NodePage node={node} search={readNodeSearch(useSearch({ strict: false }))} />
    </SessionProvider>
  )
}

const open = (node: string, search = '') => renderInConsole(<Shown node={node} />, `/nodes/x${search}`)

it('a long value is opened and closed in its row', async () => {
  const long = `${'a'.repeat(200)}the end`
  const settings = [
    { pointer: '/long', readings: [{ layer: 'node' as const, value: long }], own: long, deviates: true as const },
  ]
  startFakeNodes({ 'app@n1': { ...known, categories: [{ category: 'one', revision: '1-a', left_out: 0, settings }] } })
  await open('app@n1')
  const row = await screen.findByRole('row', { name: /long/ })
  expect(row.textContent).not.toContain('the end')
  await userEvent.click(within(row).getByRole('button', { name: 'Show more', expanded: false }))
  expect(row.textContent).toContain('the end')
  await userEvent.click(within(row).getByRole('button', { name: 'Show less', expanded: true }))
  expect(row.textContent).not.toContain('the end')
})

it('says where the node is, what differs, and from which layers', async () => {
  startFakeNodes({ 'app@n1': known })
  await open('app@n1')
  await screen.findByText(
    '2 settings differ from the schema, in 1 category: 1 set by the node, 1 by its zone, 0 by default.',
  )
  expect(screen.getByRole('button', { name: /Zone of the node/ }).textContent).toContain('in zone z1')
  const row = screen.getByRole('row', { name: /a_ms/ })
  expect(row.textContent).toContain('500')
  expect(within(row).getByRole('link', { name: 'a_ms' }).getAttribute('href')).toBe(
    '/system-configs/one?section=app%40n1&key=%2Fa_ms',
  )
  expect(screen.queryByText('pinned')).toBeNull()
})

it('narrows to what the node sets itself, pins among it', async () => {
  startFakeNodes({ 'app@n1': known })
  await open('app@n1')
  await userEvent.click(await screen.findByRole('radio', { name: 'set by this node' }))
  await screen.findByRole('row', { name: /pinned/ })
  expect(screen.queryByRole('row', { name: /^b/ })).toBeNull()
})

it('asks anew for a zone that is supposed, and says so of a node that does not run yet', async () => {
  const supposed: NodeDetail = {
    ...known,
    name: 'app@n13',
    zone: 'z2',
    zone_is: 'supposed',
    assigned_zone: null,
    is_known: false,
  }
  startFakeNodes({ 'app@n13?zone=z2': supposed, 'app@n13': { ...supposed, zone: null, zone_is: 'unknown' } })
  await open('app@n13')
  await screen.findByText(/Choose the zone it will be in/)
  await userEvent.click(screen.getByRole('button', { name: /Zone of the node/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'if it were in z2' }))
  await screen.findByText(/No node is called app@n13 yet. This is what it would read in zone z2/)
})

it('names the zone that it is supposed to be in, also one that nobody knows', async () => {
  const supposed: NodeDetail = { ...known, zone: 'z9', zone_is: 'supposed' }
  startFakeNodes({ 'app@n1?zone=z9': supposed })
  await open('app@n1', '?zone=z9')
  expect((await screen.findByRole('button', { name: /Zone of the node/ })).textContent).toContain('if it were in z9')
})

it('says why there is no page of a name', async () => {
  const message = 'A node is called name@host.'
  vi.stubGlobal('fetch', answering(() => failure(400, 'validation error', { node: { invalid: { message } } })).fetch)
  await open('default')
  await screen.findByText(message)
})

it('shows beside another node what the two read otherwise', async () => {
  const other: NodeDetail = {
    ...known,
    name: 'app@n2',
    categories: [
      {
        category: 'one',
        revision: '1-a',
        left_out: 0,
        settings: [{ pointer: '/b', readings: [{ layer: 'zone', value: 7 }], deviates: true }],
      },
    ],
  }
  startFakeNodes({ 'app@n1': known, 'app@n2': other })
  await open('app@n1', '?with=app@n2')
  const row = await screen.findByRole('row', { name: /a_ms/ })
  expect(row.textContent).toContain('KAZOO’s built-in (schema says 100)')
  expect(screen.queryByRole('row', { name: /^b/ })).toBeNull()
})

it('stages what one of the two takes over from the other, as one change to be reviewed', async () => {
  const other: NodeDetail = { ...known, name: 'app@n2', categories: [] }
  const sent = startFakeNodes({ 'app@n1': known, 'app@n2': other })
  await open('app@n1', '?with=app@n2')
  await userEvent.click(await screen.findByRole('button', { name: 'Set a_ms of one at app@n2 to what is read here' }))
  await userEvent.click(screen.getByRole('button', { name: 'Set b of one at app@n1 to what is read here' }))
  const bar = screen.getByRole('region', { name: 'Values to take over' })
  expect(bar.textContent).toContain('2 values to take over')
  await userEvent.click(within(bar).getByRole('button', { name: 'Review' }))
  await screen.findByText('No stored key changes in 0 categories.')
  const asked = sent.find(({ url }) => url.endsWith('/dry_run'))?.body ?? '{}'
  expect(JSON.parse(asked).data).toEqual({
    kind: 'take',
    node: 'app@n1',
    other: 'app@n2',
    leaves: [
      { category: 'one', pointer: '/a_ms', into: 'other' },
      { category: 'one', pointer: '/b', into: 'node' },
    ],
  })
})

it('says why a name is refused, and offers to try again', async () => {
  startFakeNodes({})
  await open('_x')
  await screen.findByRole('button', { name: /again/i })
})
