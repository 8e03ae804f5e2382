import type { BulkWrite, ConfigIndex, DryRun } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, failure, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { SearchPage } from './search-page.tsx'

// Without a layout nothing would be in sight.
beforeEach(() => void vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const index: ConfigIndex = {
  categories: [
    {
      id: 'one',
      title: 'One',
      revision: '1-a',
      keys: [
        { pointer: '/pace_ms', type: 'integer' },
        { pointer: '/pace_is_kept', type: 'boolean' },
        { pointer: '/pace_of_nothing', type: 'integer' },
      ],
      sections: {
        default: [
          ['/pace_ms', 10],
          ['/pace_is_kept', true],
        ],
        z1: [['/pace_ms', 20]],
        'app@n1': [['/pace_ms', 20]],
      },
    },
    {
      id: 'two',
      title: 'Two',
      revision: '2-b',
      keys: [{ pointer: '/pace_ms', type: 'integer' }],
      sections: { default: [['/pace_ms', 30]] },
    },
  ],
}

const dryRun = (category: string, outcomes: DryRun['outcomes']): DryRun => ({
  ...{ category, revision: '1-a', outcomes, stored: [{ section: 'z1', pointer: '/pace_ms', before: 1 }], effects: [] },
  ...{ nodes: { changed: 0, perhaps: 0, all: 0 }, warnings: [] },
  ...{ lost_by_other_clients: [], lost_count: 0, lost_anew: 0, curl: null },
})
const toJson = (data: object): JsonValue => JSON.parse(JSON.stringify(data))

/** The API in place of the network: of every change one operation is unchanged. */
async function open(q: string, answer?: () => Response) {
  const writes: BulkWrite[] = []
  const { fetch } = answering(({ url, body }) => {
    if (url.endsWith('/index')) return success(toJson(index))
    if (url.endsWith('/topology'))
      return success({ revision: null, nodes: [{ name: 'app@n1', zone: 'z1', source: 'assigned' }] })
    const { changes }: BulkWrite = JSON.parse(body).data
    if (url.endsWith('/dry_run'))
      return success(
        toJson({
          changes: changes.map(({ category, operations }) =>
            dryRun(
              category,
              operations.map((_, at) => (at === 0 ? 'unchanged' : 'stored')),
            ),
          ),
        }),
      )
    writes.push({ changes })
    if (answer !== undefined) return answer()
    const outcomes = changes.map(({ category, operations }) => ({
      ...{ category, outcome: 'stored', revision: '3-c' },
      way_back: { operations, lost: [] },
    }))
    return success(toJson({ outcomes }))
  })
  vi.stubGlobal('fetch', fetch)
  await renderInConsole(
    <SessionProvider session={sessionOf({})}>
      <SearchPage q={q} />
    </SessionProvider>,
  )
  await screen.findByRole('link', { name: 'one' })
  return { user: userEvent.setup(), writes }
}

const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const bar = () => screen.queryByRole('region', { name: 'Chosen values' })
const ofPace = 'Choose all 3 values of pace_ms of one'

describe('choosing', () => {
  it('a setting chooses all its values, and then each can be left out, also the last', async () => {
    const { user } = await open('pace_ms')
    await user.click(box(ofPace))
    expect(bar()?.textContent).toContain('3 values in 1 category')
    for (const section of ['default', 'z1', 'app@n1']) await user.click(box(`Choose pace_ms in section ${section}`))
    expect(bar()).toBeNull()
    expect(document.activeElement).toBe(box('Choose pace_ms in section app@n1'))
  })

  it('all that is found, or all of a category; nothing of what nobody sets', async () => {
    const { user } = await open('pace')
    await user.click(button('Choose all 5 values'))
    expect(bar()?.textContent).toContain('5 values in 2 categories')
    await user.click(box('Choose all values found in two'))
    expect(bar()?.textContent).toContain('4 values in 1 category')
    expect(screen.queryByRole('checkbox', { name: /pace_of_nothing/ })).toBeNull()
  })

  it('with Shift, all from the one before to this one', async () => {
    const { user } = await open('pace')
    await user.click(box(ofPace))
    await user.keyboard('{Shift>}')
    await user.click(box('Choose pace_ms of two'))
    await user.keyboard('{/Shift}')
    expect(bar()?.textContent).toContain('5 values in 2 categories')
  })

  it('what is found no more is left alone', async () => {
    const { user } = await open('pace')
    await user.click(button('Choose all 5 values'))
    await user.type(screen.getByRole('combobox'), ' two')
    await waitFor(() => expect(bar()?.textContent).toContain('1 value in 1 category'))
  })
})

describe('the chosen values', () => {
  const section = (name: string, op: object) => ({ section: name, pointer: '/pace_ms', ...op })

  it('become one new value, by one reviewed change over several categories, which is taken back', async () => {
    const { user, writes } = await open('pace_ms')
    await user.click(box('Choose pace_ms of two'))
    await user.click(box(ofPace))
    await user.click(button('Set…'))
    await user.type(await screen.findByRole('textbox', { name: 'New value' }), '2s{Enter}')
    const review = within(await screen.findByRole('dialog', { name: 'Review of the change' }))
    await review.findByText(/^4 values: 2 stored keys change in 2 categories\..*2 are as wanted already\./)
    await user.click(review.getByRole('button', { name: 'Apply' }))
    await screen.findByText('2 categories are stored.')
    const set = { op: 'set', value: 2000 }
    const changes = [
      {
        category: 'one',
        base_revision: '1-a',
        operations: [section('default', set), section('z1', set), section('app@n1', set)],
      },
      { category: 'two', base_revision: '2-b', operations: [section('default', set)] },
    ]
    expect(writes).toEqual([{ changes }])
    await user.click(button('Take it back…'))
    await screen.findByRole('dialog', { name: 'Review of taking it back' })
    await user.click(await screen.findByRole('button', { name: 'Take it back' }))
    await waitFor(() => expect(writes).toHaveLength(2))
    expect(writes[1]?.changes.map(({ base_revision: revision }) => revision)).toEqual(['3-c', '3-c'])
  })

  it('are asked for a value that they can take', async () => {
    const { user } = await open('pace_ms')
    await user.click(box(ofPace))
    await user.click(button('Set…'))
    const field = await screen.findByRole('textbox', { name: 'New value' })
    await user.type(field, '{Enter}')
    await screen.findByText('Say the new value.')
    await user.type(field, 'soon{Enter}')
    await screen.findByText('Must be a number.')
  })

  it('of different types take no value together', async () => {
    const { user } = await open('pace')
    await user.click(button('Choose all 5 values'))
    await user.click(button('Set…'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Set 5 values' }))
    dialog.getByText(/^These values are of different types/)
    expect(dialog.queryByRole('button', { name: 'Review' })).toBeNull()
  })

  it('are removed, or moved to where they can be; what stays is told', async () => {
    const { user, writes } = await open('pace_ms @node:app@n1 @zone:z1')
    await user.click(box('Choose all 2 values of pace_ms of one'))
    await user.click(button('Move to…'))
    await user.click(await screen.findByRole('menuitem', { name: /^The zones/ }))
    await screen.findByText('1 value is left out: already there, or below.')
    await user.click(await screen.findByRole('button', { name: 'Apply' }))
    await screen.findByText('1 category is stored.')
    await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) ?? button('x'))
    await user.click(button('Remove…'))
    await user.click(await screen.findByRole('button', { name: 'Apply' }))
    await waitFor(() => expect(writes).toHaveLength(2))
    expect(writes.map(({ changes }) => changes[0]?.operations)).toEqual([
      [section('z1', { op: 'set', value: 20, pin: true }), section('app@n1', { op: 'remove' })],
      [section('z1', { op: 'remove' }), section('app@n1', { op: 'remove' })],
    ])
  })

  it('that somebody changed meanwhile are not stored, and are read again', async () => {
    const conflict = failure(409, 'datastore_conflict', {
      outcomes: [{ category: 'one', outcome: 'conflict', revision: '2-x' }],
    })
    const { user } = await open('pace_ms', () => conflict.clone())
    await user.click(box(ofPace))
    await user.click(button('Remove…'))
    await user.click(await screen.findByRole('button', { name: 'Apply' }))
    await user.click(await screen.findByRole('button', { name: 'Read the values again' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
