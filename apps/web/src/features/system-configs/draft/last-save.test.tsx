import type { JsonObject } from '@strata/json'
import { useLocation, useSearch } from '@tanstack/react-router'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
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
const defaults = { fudge_ms: 100, timeout_ms: 2000 }
const start = () => startFakeServer({ sections: { default: { fudge_ms: 150 } }, defaults }, properties)

function Shown() {
  const search = readCategorySearch(useSearch({ strict: false }))
  if (useLocation().pathname !== '/system-configs/sysconf') return null
  return <CategoryPage category="sysconf" search={search} />
}

async function openPage() {
  const console = await renderInConsole(
    <SessionProvider session={sessionOf({})}>
      <main id="content" tabIndex={-1}>
        <Shown />
      </main>
      <ToastRegion />
    </SessionProvider>,
    '/system-configs/sysconf',
  )
  await screen.findByRole('textbox', { name: 'Fudge' })
  return Object.assign(userEvent.setup(), console)
}

const field = (name: string) => screen.getByRole('textbox', { name })
const saved = () => screen.findByRole('region', { name: 'Saved' })
const toast = () => screen.findByRole('alertdialog')

/** Changes one setting, sets another, and saves both. */
async function change(user: Awaited<ReturnType<typeof openPage>>) {
  await user.clear(field('Fudge'))
  await user.type(field('Fudge'), '160')
  await user.type(field('Timeout'), '7')
  await user.keyboard('{Control>}s{/Control}')
  await saved()
}

const wayBack = [
  { section: 'default', pointer: '/timeout_ms', op: 'remove' },
  { section: 'default', pointer: '/fudge_ms', op: 'set', value: 150, pin: true },
]

describe('a save', () => {
  it('is told in a line: how many settings, how many nodes; what nodes need stays on the page', async () => {
    start()
    await change(await openPage())
    expect((await toast()).textContent).toContain('Saved 2 settings · 3 nodes')
    const bar = await saved()
    expect(bar.textContent).toContain('Saved 2 settings · 3 nodes')
    expect(bar.textContent).toContain('sup kazoo_data_maintenance flush_docs')
    within(bar).getByRole('button', { name: 'Copy the command' })
    expect(document.body.textContent).not.toContain('flush_data_plans')
  })

  for (const { note, undo } of [
    {
      note: 'the toast',
      undo: async () => userEvent.click(within(await toast()).getByRole('button', { name: 'Undo' })),
    },
    {
      note: 'the bar',
      undo: async () => userEvent.click(within(await saved()).getByRole('button', { name: /^Undo last save/ })),
    },
    { note: 'Ctrl+Z, once nothing is left to undo', undo: () => userEvent.keyboard('{Control>}z{/Control}') },
  ]) {
    it(`is undone by ${note}: as unsaved changes, saved as any others`, async () => {
      const server = start()
      const user = await openPage()
      await change(user)
      await undo()
      const bar = await screen.findByRole('region', { name: 'Unsaved changes' })
      expect(field('Fudge')).toHaveProperty('value', '150')
      expect(field('Timeout')).toHaveProperty('value', '')
      expect(server.writes).toHaveLength(1)
      await user.click(within(bar).getByRole('button', { name: /^Save/ }))
      await waitFor(() => expect(server.writes[1]).toEqual({ base_revision: '2-a', operations: wayBack }))
    })
  }

  it('that was undone is made again by Ctrl+Shift+Z, and Ctrl+Z goes no further back', async () => {
    start()
    const user = await openPage()
    await change(user)
    await user.keyboard('{Control>}z{/Control}')
    expect(field('Fudge')).toHaveProperty('value', '150')
    await user.keyboard('{Control>}z{/Control}')
    expect(field('Fudge')).toHaveProperty('value', '150')
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(field('Fudge')).toHaveProperty('value', '160')
    await saved()
  })

  it('whose bar goes with its button leaves the focus on the page', async () => {
    start()
    const user = await openPage()
    await change(user)
    await user.click(within(await saved()).getByRole('button', { name: /^Undo last save/ }))
    await waitFor(() => expect(document.activeElement).toBe(document.getElementById('content')))
  })

  it('takes nothing back that somebody else has changed since, and says so', async () => {
    const server = start()
    const user = await openPage()
    await change(user)
    server.change({ default: { fudge_ms: 170, timeout_ms: 7 } })
    await user.type(field('Timeout'), '1')
    server.refuseOnce(failure(409, 'datastore_conflict'))
    await user.keyboard('{Control>}s{/Control}')
    await user.click(await screen.findByRole('button', { name: /^Load the current version/ }))
    await waitFor(() => expect(field('Fudge')).toHaveProperty('value', '170'))
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    await user.click(
      within(await screen.findByRole('alertdialog', { name: 'Discard all changes?' })).getByRole('button', {
        name: 'Discard',
      }),
    )
    await user.click(within(await saved()).getByRole('button', { name: /^Undo last save/ }))
    await screen.findByText('Somebody changed one of these since: it stays')
    expect(field('Fudge')).toHaveProperty('value', '170')
    expect(field('Timeout')).toHaveProperty('value', '')
  })

  it('names the secrets that Undo cannot bring back', async () => {
    start().loseOnSave([{ section: 'default', pointer: '/password', reason: 'secret' }])
    await change(await openPage())
    expect((await saved()).textContent).toContain('Undo cannot bring back: password in default.')
    expect((await toast()).textContent).toContain('Undo cannot bring back: password in default.')
  })

  it('is forgotten once the page is left: its toast goes, too', async () => {
    start()
    const user = await openPage()
    await change(user)
    await toast()
    await user.visit('/elsewhere')
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  })
})
