import type { BulkOutcome, BulkWrite, DryRun, SweepReport, WayBack } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { useSearch } from '@tanstack/react-router'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, failure, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { readSweepSearch } from './routes.ts'
import { SweeperPage } from './sweeper-page.tsx'

// Without a layout nothing would be in sight.
beforeEach(() => void vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const remove = (section: string, pointer: string) => ({ section, pointer, op: 'remove' as const })

const found: SweepReport = {
  knows_nodes: true,
  categories: [
    {
      category: 'one',
      revision: '1-a',
      left_out: 3,
      findings: [
        {
          kind: 'equal-to-inherited',
          section: 'z1',
          pointer: '/a_ms',
          value: 500,
          is_safe: true,
          operations: [remove('z1', '/a_ms')],
        },
        {
          kind: 'pin',
          section: 'default',
          pointer: '/b',
          value: 7,
          is_safe: false,
          operations: [remove('default', '/b')],
        },
        {
          kind: 'promotable',
          section: 'z1',
          pointer: '/c',
          value: 500,
          nodes: ['app@n1', 'app@n2'],
          is_safe: false,
          operations: [{ section: 'z1', pointer: '/c', op: 'set', value: 500 }, remove('app@n1', '/c')],
        },
      ],
    },
    {
      category: 'two',
      revision: '2-b',
      left_out: 0,
      findings: [
        {
          kind: 'wrong-type',
          section: 'z1',
          pointer: '/d',
          value: '5',
          keyword: 'type',
          instead: 5,
          is_safe: false,
          operations: [{ section: 'z1', pointer: '/d', op: 'set', value: 5, pin: true }],
        },
        {
          kind: 'near-duplicate',
          section: 'app@n3',
          pointer: '/e',
          value: 1,
          nodes: ['app@n1', 'app@n2'],
          instead: 2,
          is_safe: false,
          operations: [{ section: 'app@n3', pointer: '/e', op: 'set', value: 2, pin: true }],
        },
      ],
    },
  ],
}

const dryRun = (category: string): DryRun => ({
  category,
  revision: '1-a',
  outcomes: ['removed'],
  stored: [{ section: 'z1', pointer: '/a_ms', before: 500 }],
  effects: [],
  nodes: { changed: 0, perhaps: 0, all: 0 },
  warnings: [],
  lost_by_other_clients: [],
  lost_count: 0,
  lost_anew: 0,
  curl: null,
})

/** The sweep's API in place of the network: what is applied is found no more. */
function startFakeSweeper(report: SweepReport, answer?: (write: number) => Response | undefined) {
  const writes: BulkWrite[] = []
  let now = report
  const { fetch } = answering(({ url, body }) => {
    if (url.endsWith('/sweep')) return success(toJson(now))
    if (url.endsWith('/system_configs'))
      return success([
        { id: 'one', stored: true },
        { id: 'new', stored: false },
      ])
    const { changes }: BulkWrite = JSON.parse(body).data
    if (url.endsWith('/dry_run')) return success(toJson({ changes: changes.map(({ category }) => dryRun(category)) }))
    writes.push({ changes })
    const answered = answer?.(writes.length)
    if (answered !== undefined) return answered
    now = { ...report, categories: [] }
    return success(toJson({ outcomes: changes.map(({ category }) => outcome(category, 'stored')) }))
  })
  vi.stubGlobal('fetch', fetch)
  return { writes }
}

function outcome(category: string, of: BulkOutcome['outcome']): BulkOutcome {
  return { category, outcome: of, revision: '3-c' }
}

function toJson(data: object): JsonValue {
  return JSON.parse(JSON.stringify(data))
}

function Shown() {
  return <SweeperPage search={readSweepSearch(useSearch({ strict: false }))} />
}

async function open(
  server: ReturnType<typeof startFakeSweeper>,
  { readOnly = null as string | null, search = '' } = {},
) {
  const console = await renderInConsole(
    <SessionProvider session={sessionOf({ read_only: readOnly })}>
      <Shown />
    </SessionProvider>,
    `/sweeper${search}`,
  )
  await screen.findByRole('heading', { name: 'Sweeper' })
  return { server, console, user: userEvent.setup() }
}

const rowOf = (key: string) => screen.getByRole('link', { name: key }).closest('tr')
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const checkbox = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })

describe('the findings', () => {
  it('say what is stored, what it would become, and why that matters', async () => {
    await open(startFakeSweeper(found))
    expect((await screen.findByRole('row', { name: /a_ms/ })).textContent).toContain('500removed: inherits the same')
    expect(rowOf('c')?.textContent).toContain('2 of 2 nodes of z1 set 500 → set once for the zone')
    expect(rowOf('d')?.textContent).toContain('"5"5')
    expect(rowOf('e')?.textContent).toContain('2 other nodes of its zone say 2')
    screen.getByText(/remove one only if you know that value/)
    expect(screen.getAllByText(/and 3 more in this category/).length).toBeGreaterThan(0)
  })

  it('lead to the key in the editor', async () => {
    await open(startFakeSweeper(found))
    const link = await screen.findByRole('link', { name: 'a_ms' })
    expect(link.getAttribute('href')).toBe('/system-configs/one?section=z1&key=%2Fa_ms')
  })

  it('are filtered by what the address says', async () => {
    await open(startFakeSweeper(found), { search: '?kind=pin' })
    await screen.findByText('1 finding')
    expect(screen.queryByRole('link', { name: 'a_ms' })).toBeNull()
  })

  it('are none, and what was looked at is said', async () => {
    await open(startFakeSweeper({ knows_nodes: false, categories: [] }))
    await screen.findByText(/The one stored category was looked through/)
    expect(screen.getByRole('link', { name: 'Assign zones in the topology' }).getAttribute('href')).toBe('/topology')
  })
})

describe('choosing and applying', () => {
  it('chooses at once only what changes nothing: no pin, nothing that converts', async () => {
    const { user, server } = await open(startFakeSweeper(found))
    await user.click(await screen.findByRole('button', { name: 'Select all that change nothing' }))
    expect(checkbox(/a_ms/).checked).toBe(true)
    for (const other of [/Select b /, /Select c /, /Select d /]) expect(checkbox(other).checked).toBe(false)
    expect(screen.queryByRole('checkbox', { name: /Select e / })).toBeNull()
    await user.click(button('Review'))
    const review = within(await screen.findByRole('dialog', { name: 'Review of the sweep' }))
    await review.findByText('No node reads anything else afterwards.')
    await review.findByText(/^1 finding: 1 stored key changes in 1 category\./)
    await user.click(review.getByRole('button', { name: 'Apply' }))
    await screen.findByText('1 category is stored.')
    expect(server.writes).toEqual([
      { changes: [{ category: 'one', base_revision: '1-a', operations: [remove('z1', '/a_ms')] }] },
    ])
    await user.click(within(screen.getByRole('dialog')).getAllByRole('button', { name: 'Close' }).at(-1) ?? button('x'))
    await screen.findByText('Nothing to tidy')
  })

  it('applies what is chosen by hand over several categories as one change', async () => {
    const { user, server } = await open(startFakeSweeper(found))
    await screen.findByRole('row', { name: /a_ms/ })
    await user.click(checkbox(/Select d /))
    await user.click(checkbox(/Select b /))
    await user.click(button('Review'))
    await user.click(await screen.findByRole('button', { name: 'Apply' }))
    await screen.findByText('2 categories are stored.')
    expect(server.writes.map(({ changes }) => changes.map(({ category }) => category))).toEqual([['two', 'one']])
  })

  describe('takes back what was applied', () => {
    const back = (category: string, lost: WayBack['lost'] = []) => ({
      ...outcome(category, 'stored'),
      way_back: {
        operations: [{ section: 'z1', pointer: `/of_${category}`, op: 'set' as const, value: 1, pin: true }],
        lost,
      },
    })
    const stored = success(
      toJson({
        outcomes: [back('one'), back('two', [{ section: 'z1', pointer: '/password', reason: 'secret' }])],
      }),
    )
    const conflicting = failure(409, 'datastore_conflict', {
      outcomes: JSON.parse(JSON.stringify([outcome('one', 'conflict'), outcome('two', 'not-attempted')])),
    })

    async function applied(...answers: (Response | undefined)[]) {
      const page = await open(startFakeSweeper(found, (write) => answers[write - 1]?.clone()))
      await page.user.click(await screen.findByRole('checkbox', { name: /a_ms/ }))
      await page.user.click(checkbox(/Select d /))
      await page.user.click(button('Review'))
      await page.user.click(await screen.findByRole('button', { name: 'Apply' }))
      await page.user.click(await screen.findByRole('button', { name: 'Take it back…' }))
      await screen.findByRole('dialog', { name: 'Review of taking it back' })
      return page
    }

    it('after a review, on the revisions it was stored as; what it cannot bring back is named before', async () => {
      const page = await open(startFakeSweeper(found, (write) => (write === 1 ? stored.clone() : undefined)))
      await page.user.click(await screen.findByRole('checkbox', { name: /a_ms/ }))
      await page.user.click(button('Review'))
      await page.user.click(await screen.findByRole('button', { name: 'Apply' }))
      await screen.findByText('Taking it back cannot bring back: two › z1.password.')
      await page.user.click(button('Take it back…'))
      await screen.findByText(/2 stored keys are put back in 2 categories/)
      await page.user.click(button('Take it back'))
      await screen.findByText('2 categories are stored.')
      expect(page.server.writes.at(-1)?.changes).toEqual([
        { category: 'one', base_revision: '3-c', operations: back('one').way_back.operations },
        { category: 'two', base_revision: '3-c', operations: back('two').way_back.operations },
      ])
      expect(screen.queryByRole('button', { name: /^Take it back/ })).toBeNull()
    })

    it('but not what somebody else has changed since: the rest, when that is wanted', async () => {
      const { user, server } = await applied(stored, conflicting)
      await user.click(await screen.findByRole('button', { name: 'Take it back' }))
      await screen.findByText('Changed by somebody else since, so left as it is: one.')
      await user.click(button('Take back the rest'))
      await user.click(await screen.findByRole('button', { name: 'Take it back' }))
      await screen.findByText('1 category is stored.')
      expect(server.writes.at(-1)?.changes.map(({ category }) => category)).toEqual(['two'])
    })
  })

  it('says what became of each category when it is broken off', async () => {
    const cause = 'Of two: could not be stored. Stored were: one.'
    const brokenOff = () =>
      failure(503, 'datastore_fault', {
        message: 'not everything was stored',
        cause,
        outcomes: JSON.parse(JSON.stringify([outcome('one', 'stored'), outcome('two', 'failed')])),
      })
    const { user } = await open(startFakeSweeper(found, brokenOff))
    await screen.findByRole('row', { name: /a_ms/ })
    await user.click(checkbox(/a_ms/))
    await user.click(checkbox(/Select d /))
    await user.click(button('Review'))
    await user.click(await screen.findByRole('button', { name: 'Apply' }))
    const result = within(await screen.findByRole('dialog', { name: 'What was changed' }))
    await waitFor(() =>
      expect(result.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
        'one stored',
        'two could not be stored',
      ]),
    )
  })

  it('tells of a conflict before anything is stored, and reads the findings again', async () => {
    const conflict = () =>
      failure(409, 'datastore_conflict', {
        outcomes: JSON.parse(JSON.stringify([outcome('one', 'conflict')])),
      })
    const { user } = await open(startFakeSweeper(found, conflict))
    await user.click(await screen.findByRole('button', { name: 'Select all that change nothing' }))
    await user.click(button('Review'))
    await user.click(await screen.findByRole('button', { name: 'Apply' }))
    await user.click(await screen.findByRole('button', { name: 'Read the findings again' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('reviews, but does not apply, on a store that is only read', async () => {
    const { user } = await open(startFakeSweeper(found), { readOnly: 'This store is only read.' })
    await user.click(await screen.findByRole('button', { name: 'Select all that change nothing' }))
    await user.click(button('Review'))
    const review = within(await screen.findByRole('dialog', { name: 'Review of the sweep' }))
    await review.findByText('This store is only read.')
    expect(review.queryByRole('button', { name: 'Apply' })).toBeNull()
  })
})
