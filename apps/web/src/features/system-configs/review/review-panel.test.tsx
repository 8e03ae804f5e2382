import type { DryRun, NodeGroup } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { useSearch } from '@tanstack/react-router'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ToastRegion } from '#web/components/toast.tsx'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { failure } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { CategoryPage } from '../components/category-page.tsx'
import { readCategorySearch } from '../routes.ts'
import { startFakeServer } from '../testing/fake-server.ts'

afterEach(() => vi.unstubAllGlobals())

const properties: JsonObject = {
  fudge_ms: { type: 'integer', title: 'Fudge' },
  timeout_ms: { type: 'integer', title: 'Timeout' },
}
const readOnly = 'This store belongs to a KAZOO cluster.'

function Shown() {
  const [isReadOnly, setReadOnly] = useState(false)
  return (
    <SessionProvider session={sessionOf({ read_only: isReadOnly ? readOnly : null })}>
      <main id="content" tabIndex={-1}>
        <CategoryPage category="sysconf" search={readCategorySearch(useSearch({ strict: false }))} />
      </main>
      <button type="button" onClick={() => setReadOnly(true)}>
        The store turns read only
      </button>
      <ToastRegion />
    </SessionProvider>
  )
}

/** The page with one change made, and dry runs answered by `answer`. */
async function drafted(answer: Partial<DryRun> | Response = {}) {
  const sections = { default: { fudge_ms: 150 }, z1: { timeout_ms: 7 } }
  const server = startFakeServer({ sections, defaults: { fudge_ms: 100, timeout_ms: 2000 } }, properties)
  server.reviewAs(() => (answer instanceof Response ? answer.clone() : answer))
  const console = await renderInConsole(<Shown />, '/system-configs/sysconf')
  const user = userEvent.setup()
  await user.type(await screen.findByRole('textbox', { name: 'Timeout' }), '5')
  return { server, console, user }
}

async function reviewed(answer: Partial<DryRun> | Response = {}) {
  const page = await drafted(answer)
  await page.user.click(screen.getByRole('button', { name: 'Review' }))
  const panel = await screen.findByRole('dialog', { name: 'Review of sysconf' })
  await waitFor(() => expect(within(panel).queryByText('Loading')).toBeNull())
  return { ...page, panel }
}

function group(different: Partial<NodeGroup>): NodeGroup {
  return { zone: 'z1', zone_is: 'known', nodes: ['app@n1'], count: 1, others: false, ...different }
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `app@n${index + 1}`)
const items = (panel: HTMLElement) =>
  within(panel)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

const storedRows = (panel: HTMLElement) =>
  within(within(panel).getByRole('table', { name: 'What is stored' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent).join(' | '))

/** Rows of the table, each as a line; nodes that the change does not concern are a list in the last one. */
const lines = (panel: HTMLElement) =>
  within(panel)
    .getAllByRole('row')
    .slice(1)
    .flatMap((row) => {
      const listed = within(row).queryAllByRole('listitem')
      if (listed.length > 0) return listed.map(({ textContent }) => textContent)
      const [nodes, ...readings] = [...row.querySelectorAll('td')].map(({ textContent }) => textContent)
      return [`${nodes}: ${readings.join(' → ')}`]
    })

describe('what is asked', () => {
  it('is the draft as the save would send it, and again when the draft changes', async () => {
    const { server, user, panel } = await reviewed()
    const sent = {
      base_revision: '1-a',
      operations: [{ section: 'default', pointer: '/timeout_ms', op: 'set', value: 5 }],
    }
    expect(server.dryRuns).toEqual([sent])
    await user.keyboard('{Control>}z{/Control}')
    await within(panel).findByText('Nothing is unsaved')
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await waitFor(() => expect(server.dryRuns).toEqual([sent, sent]))
    expect(server.writes).toEqual([])
  })
})

describe('what nodes will read', () => {
  const reads = (value: number, layer: 'node' | 'zone' | 'default' = 'default') => ({ layer, value })

  for (const { note, changed = [], unchanged = [], expected } of [
    {
      note: 'a node by name and zone, before and after',
      changed: [{ ...group({}), before: reads(500), after: reads(2000) }],
      expected: ['app@n1 (in zone z1): 500 → 2000'],
    },
    {
      note: 'a built-in value is named so, never the bare number',
      changed: [
        { ...group({ zone: null }), before: { layer: 'built-in' as const, schema_default: 2000 }, after: reads(5) },
      ],
      expected: ['app@n1 (in no zone that has a section here): KAZOO’s built-in (schema says 2000) → 5'],
    },
    {
      note: 'a built-in value of which the schema says nothing',
      changed: [{ ...group({}), before: reads(5), after: { layer: 'built-in' as const } }],
      expected: ['app@n1 (in zone z1): 5 → KAZOO’s built-in'],
    },
    {
      note: 'a supposed zone is an if, each possibility its own',
      changed: [
        { ...group({ zone_is: 'supposed' }), before: reads(1), after: reads(2) },
        { ...group({ zone_is: 'supposed', zone: null }), before: reads(3), after: reads(4) },
      ],
      expected: ['app@n1 (if in zone z1): 1 → 2', 'app@n1 (if in no zone that has a section here): 3 → 4'],
    },
    {
      note: 'a zone that does not matter',
      changed: [{ ...group({ zone_is: 'irrelevant', zone: null }), before: reads(1), after: reads(2) }],
      expected: ['app@n1 (whatever their zone): 1 → 2'],
    },
    {
      note: 'nodes that Strata does not know',
      changed: [
        { ...group({ others: true }), before: reads(1), after: reads(2) },
        { ...group({ others: true, nodes: [], count: 0 }), before: reads(1), after: reads(2) },
      ],
      expected: [
        'app@n1, and any that Strata does not know (in zone z1): 1 → 2',
        'Nodes that Strata does not know (in zone z1): 1 → 2',
      ],
    },
    {
      note: 'secrets change, whatever they are',
      changed: [
        {
          ...group({}),
          before: { layer: 'default' as const, value: { $secret: 'set', fingerprint: 'aaaa' } },
          after: { layer: 'default' as const, value: { $secret: 'set', fingerprint: 'bbbb' } },
        },
      ],
      expected: ['app@n1 (in zone z1): secret changed'],
    },
    {
      note: 'zones that mask with the same value are one line that names none of them as the one',
      unchanged: ['z1', 'z2'].map((zone) => ({
        ...group({ zone, zone_is: 'supposed' }),
        reading: reads(7, 'zone'),
        reason: 'masked' as const,
      })),
      expected: ['app@n1 (if in zone z1 or if in zone z2): no change: hidden by 7 from their zone'],
    },
    {
      note: 'why nothing changes for others',
      unchanged: [
        { ...group({}), reading: reads(7, 'zone'), reason: 'masked' as const },
        { ...group({ zone: null, zone_is: 'irrelevant' }), reading: reads(7, 'zone'), reason: 'masked' as const },
        { ...group({ nodes: ['app@n2'] }), reading: reads(8, 'node'), reason: 'masked' as const },
        { ...group({ nodes: ['app@n3'] }), reading: reads(9), reason: 'same-value' as const },
        { ...group({ nodes: ['app@n4'] }), reading: { layer: 'built-in' as const }, reason: 'not-addressed' as const },
      ],
      expected: [
        'app@n1 (in zone z1): no change: hidden by 7 from zone z1',
        'app@n1 (whatever their zone): no change: hidden by 7 from their zone',
        'app@n2 (in zone z1): no change: hidden by their own 8',
        'app@n3 (in zone z1): no change: 9 as before',
        'app@n4 (in zone z1): not concerned: KAZOO’s built-in',
      ],
    },
  ])
    it(note, async () => {
      const { panel } = await reviewed({ effects: [{ pointer: '/timeout_ms', is_whole: false, changed, unchanged }] })
      expect(lines(panel)).toEqual(expected)
      expect(panel.textContent).toContain('Running nodes keep the old value until their caches are flushed')
    })

  it('names one of many nodes and has all of them at hand, as far as the server names them', async () => {
    const many = group({ nodes: names(100), count: 102 })
    const { panel } = await reviewed({
      effects: [
        {
          pointer: '/acl/a',
          is_whole: true,
          changed: [],
          unchanged: [{ ...many, reading: reads(7, 'zone'), reason: 'masked' }],
        },
      ],
    })
    expect(panel.textContent).toContain('app@n1 and 101 more')
    expect(within(panel).getByText('All of them').closest('details')?.textContent).toContain('app@n100 and 2 more')
    within(panel).getByText('acl.a')
    expect(panel.textContent).toContain('KAZOO reads this as a whole')
  })
})

it('lists the stored keys: added, changed, removed, the old value struck; of secrets only that they change', async () => {
  const secret = (fingerprint: string) => ({ $secret: 'set', fingerprint })
  const { panel } = await reviewed({
    stored: [
      { section: 'default', pointer: '/a', after: 1 },
      { section: 'z1', pointer: '/b', before: [1, 2], after: [1, 3] },
      { section: 'app@n1', pointer: '/c', before: 'gone' },
      { section: 'z1', pointer: '', after: {} },
      { section: 'z1', pointer: '/password', before: secret('abcdef12'), after: secret('12abcdef') },
      { section: 'z1', pointer: '/list', before: [{ key: secret('abcdef12') }] },
    ],
  })
  expect(panel.textContent).toContain('5 stored keys: 1 added, 2 changed, 2 removed · 1 section added, empty')
  expect(storedRows(panel)).toEqual([
    'default a | nothing | 1',
    'z1 b | [1,2] | [1,3]',
    'app@n1 c | gone | nothing',
    'z1 the section itself | nothing | empty',
    'z1 password | secret changed',
    'z1 list | [{"key":"••••"}] | nothing',
  ])
  expect(within(panel).getByText('[1,2]').tagName).toBe('S')
  expect(panel.textContent).not.toMatch(/abcd|12ab/)
})

it('begins with the gist: how many settings, for how many nodes, and why not for the others', async () => {
  const same = { ...group({}), reading: { layer: 'node', value: 7 }, reason: 'masked' } as const
  const { panel } = await reviewed({
    stored: [{ section: 'default', pointer: '/timeout_ms', after: 5 }],
    effects: [{ pointer: '/timeout_ms', is_whole: false, changed: [], unchanged: [same] }],
    nodes: { changed: 11, perhaps: 0, all: 13 },
  })
  expect(panel.textContent).toContain('1 setting · 11 of 13 nodes change; 2 do not: a value of their own answers')
})

describe('warnings', () => {
  const place = { section: 'z1', pointer: '/acl/ms' }
  for (const { warning, expected } of [
    { warning: { code: 'no-node-affected' }, expected: /No node reads anything else.*change the layer/ },
    {
      warning: { code: 'dropped-as-inherited', ...place },
      expected: /acl\.ms in z1 equals what it inherits.*Keep as a pin/,
    },
    {
      warning: { code: 'pin-of-schema-default', ...place },
      expected: /acl\.ms in z1 equals the schema default.*drops it/,
    },
    {
      warning: { code: 'masked-override', ...place, zones: ['z1', 'z2'] },
      expected: /equals default while zone z1 and zone z2 say otherwise.*sturdier to change the zone/,
    },
    {
      warning: { code: 'doubtful-amount', ...place, doubt: 'much-more', usual: '4000 ms' },
      expected: /acl\.ms in z1 is a hundred times the usual 4000 ms or more: is that meant/,
    },
    {
      warning: { code: 'doubtful-amount', ...place, doubt: 'negative' },
      expected: /acl\.ms in z1 is negative: is that meant/,
    },
    {
      warning: { code: 'wrong-type-stored', ...place, keyword: 'type' },
      expected: /stored before and does not satisfy the schema \(type\).*reset it/,
    },
    { warning: { code: 'zone-unknown', nodes: ['app@n1'] }, expected: /What app@n1 reads depends on a zone/ },
  ] satisfies { warning: DryRun['warnings'][number]; expected: RegExp }[])
    it(`${warning.code} is a sentence with what to do`, async () => {
      const { panel } = await reviewed({ warnings: [warning] })
      expect(items(panel)).toEqual([expect.stringMatching(expected)])
    })

  it('tell what another client’s next write drops, and how much of it is listed', async () => {
    const { panel } = await reviewed({
      lost_by_other_clients: [
        { section: 'app@n1', pointer: '/ms', value: 5, reason: 'masked', zones: ['z1'] },
        { section: 'default', pointer: '/x', value: 1, reason: 'schema-default' },
        { section: 'z1', pointer: '/y', value: 2, reason: 'inherited' },
        { section: 'z1', pointer: '/z', value: {}, reason: 'empty' },
        { section: 'odd', pointer: '', value: 3, reason: 'no-section' },
      ],
      lost_count: 600,
      lost_anew: 1,
    })
    expect(panel.textContent).toContain('1 value that, after this change, the next whole-document write')
    within(panel).getByText('599 things were so before this change')
    expect(panel.textContent).toContain('599 stored values that the next whole-document write by another client drops')
    expect(panel.textContent).toContain('The first 4 of them')
    expect(items(panel)).toEqual([
      'app@n1 ms 5 equals default, while zone z1 says otherwise',
      'default x 1 equals the schema default',
      'z1 y 2 equals what it inherits',
      'z1 z empty is empty',
      'odd the section itself 3 is not part of any section',
    ])
  })
})

describe('as curl', () => {
  const request = {
    method: 'PATCH' as const,
    path: '/v2/system_configs/sysconf/default',
    differs: [],
    differs_count: 0,
  }

  it('is the exact request with a placeholder for the token, to be copied', async () => {
    const { panel, user } = await reviewed({ curl: { ...request, body: { data: { timeout_ms: 5 } } } })
    const command = within(panel).getByRole('region', { name: 'As curl' }).textContent ?? ''
    expect(command).toContain(`curl -X PATCH '${window.location.origin}/v2/system_configs/sysconf/default'`)
    expect(command).toContain('$TOKEN')
    expect(panel.textContent).toContain('exactly as this save does')
    await user.click(within(panel).getByRole('button', { name: 'Copy the request' }))
    expect(await navigator.clipboard.readText()).toBe(command)
  })

  it('says what it leaves otherwise, and that markers stand for secrets', async () => {
    const body = { data: { list: [{ key: { $secret: 'set', fingerprint: 'abcd' } }] } }
    const differs = [{ section: 'z1', pointer: '/a', before: 5 }]
    const { panel } = await reviewed({ curl: { ...request, body, differs, differs_count: 2 } })
    expect(panel.textContent).toContain('It differs from this save in 2 keys')
    expect(panel.textContent).toContain('The first 1 of them')
    expect(items(panel)).toEqual(['z1 a nothing instead of 5'])
    expect(panel.textContent).toContain('Secrets are hidden')
  })

  it('is left out where nothing would be stored', async () => {
    const { panel } = await reviewed()
    expect(panel.textContent).toContain('Nothing would be stored')
    expect(within(panel).queryByText('As curl')).toBeNull()
  })
})

describe('saving from the panel', () => {
  it('stores the draft, closes, and leaves the focus on the page', async () => {
    const { panel, user, server } = await reviewed()
    await user.click(within(panel).getByRole('button', { name: /^Save/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(server.writes).toEqual(server.dryRuns)
    await waitFor(() => expect(document.activeElement?.id).toBe('content'))
  })

  it('waits for what is invalid, which stands first, said once, and hides none of the valid changes', async () => {
    const { user, server } = await drafted({ stored: [{ section: 'default', pointer: '/timeout_ms', after: 5 }] })
    await user.type(screen.getByRole('textbox', { name: 'Fudge' }), 'x')
    await user.click(screen.getByRole('button', { name: 'Review' }))
    const panel = await screen.findByRole('dialog')
    await within(panel).findByText('What is stored')
    within(panel).getByRole('heading', {
      name: '1 value is invalid or not finished yet: Save waits until that is put right.',
    })
    expect(items(panel)).toEqual([expect.stringMatching(/Show fudge_ms in default$/)])
    expect(storedRows(panel)).toEqual(['default timeout_ms | nothing | 5'])
    expect(server.dryRuns.at(-1)?.operations.map(({ pointer }) => pointer)).toEqual(['/timeout_ms'])
    expect(within(panel).getByRole('button', { name: /^Save/ })).toHaveProperty('disabled', true)
    await user.click(within(panel).getByRole('button', { name: 'Show fudge_ms in default' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(server.writes).toEqual([])
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Fudge' })))
  })

  it('is not possible on a store that is read only; reviewing is', async () => {
    const { user, server } = await drafted()
    await user.click(screen.getByRole('button', { name: 'The store turns read only' }))
    await user.click(screen.getByRole('button', { name: 'Review' }))
    const panel = await screen.findByRole('dialog')
    await within(panel).findByText(/What is stored/)
    expect(panel.textContent).toContain(readOnly)
    expect(within(panel).getByRole('button', { name: /^Save/ })).toHaveProperty('disabled', true)
    expect(server.dryRuns).toHaveLength(1)
  })
})

it('an empty new section is said to be one, and no change of a key', async () => {
  const { panel } = await reviewed({ stored: [{ section: 'z2', pointer: '', after: {} }] })
  within(panel).getByText('1 section added, empty')
  within(panel).getByText('No node reads anything else.')
  expect(panel.textContent).not.toMatch(/stored key/i)
})

describe('the way to what is invalid', () => {
  const searched = () => new URLSearchParams(window.location.search)
  for (const { note, search, kept } of [
    { note: 'keeps a filter that shows it', search: '?q=fudge&only=unsaved', kept: ['fudge', 'unsaved'] },
    { note: 'clears only what hides it', search: '?q=timeout&only=overridden', kept: [null, 'overridden'] },
  ]) {
    it(note, async () => {
      const { user, console } = await drafted()
      await user.clear(screen.getByRole('textbox', { name: 'Fudge' }))
      await user.type(screen.getByRole('textbox', { name: 'Fudge' }), '1.5')
      await console.visit(`/system-configs/sysconf${search}`)
      await user.click(screen.getByRole('button', { name: 'Review' }))
      await user.click(await screen.findByRole('button', { name: 'Show fudge_ms in default' }))
      await waitFor(() => expect(searched().get('key')).toBe('/fudge_ms'))
      expect([searched().get('q'), searched().get('only')]).toEqual(kept)
    })
  }
})

describe('what goes wrong', () => {
  it('leads from each refusal to its field, where the reason then stands', async () => {
    const refusal = { 'default.timeout_ms': { minimum: { message: 'At least 200, please.' } } }
    const { panel, user } = await reviewed(failure(400, 'validation error', refusal))
    expect(panel.textContent).toContain('At least 200, please.')
    await user.click(within(panel).getByRole('button', { name: 'Show timeout_ms in default' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Timeout' })))
    expect(document.querySelector('[data-pointer="/timeout_ms"]')?.textContent).toContain('At least 200, please.')
  })

  it('loads what others stored meanwhile, and reviews the draft on top of that', async () => {
    const { panel, user, server } = await reviewed(failure(409, 'datastore_conflict'))
    expect(panel.textContent).toContain('was changed meanwhile')
    await act(async () => {
      server.change({ default: { fudge_ms: 160 } })
      server.reviewAs(() => ({}))
    })
    await user.click(within(panel).getByRole('button', { name: 'Load the current version, keep my changes' }))
    await within(panel).findByText('What is stored')
    expect(server.dryRuns.at(-1)?.base_revision).toBe('2-a')
  })

  it('is said, and can be tried again', async () => {
    const { panel, user, server } = await reviewed(failure(503, 'datastore_unreachable'))
    server.reviewAs(() => ({}))
    await user.click(within(panel).getByRole('button', { name: 'Try again' }))
    await within(panel).findByText('What is stored')
  })
})

it('gives the focus back to its button when it is closed by Escape', async () => {
  const { user } = await reviewed()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Review' })))
})
