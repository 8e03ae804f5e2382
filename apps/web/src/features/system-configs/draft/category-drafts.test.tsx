import type { JsonObject } from '@strata/json'
import { useSearch } from '@tanstack/react-router'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ToastRegion } from '#web/components/toast.tsx'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { CategoryPage } from '../components/category-page.tsx'
import { readCategorySearch } from '../routes.ts'
import { startFakeServer } from '../testing/fake-server.ts'

afterEach(() => vi.unstubAllGlobals())

const properties: JsonObject = {
  fudge_ms: { type: 'integer', title: 'Fudge' },
  timeout_ms: { type: 'integer', title: 'Timeout' },
  password: { type: 'string', title: 'Password' },
  acls: { type: 'array', title: 'Acls', items: { type: 'string' } },
}
const defaults = { fudge_ms: 100, timeout_ms: 2000 }

function Shown() {
  return <CategoryPage category="sysconf" search={readCategorySearch(useSearch({ strict: false }))} />
}

async function openPage(search = '') {
  const console = await renderInConsole(
    <SessionProvider session={sessionOf({})}>
      <Shown />
      <ToastRegion />
    </SessionProvider>,
    `/system-configs/sysconf${search}`,
  )
  await screen.findByRole('textbox', { name: 'Fudge' })
  return Object.assign(userEvent.setup(), console)
}

/** As a reload does: the page is gone, what the browser keeps is not. */
function reload() {
  cleanup()
  return openPage()
}

const field = (name: string) => screen.getByRole('textbox', { name })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const note = () => screen.queryByText(/^Restored your/)
const saveBar = () => screen.queryByRole('region', { name: 'Unsaved changes' })

describe('a draft after a reload', () => {
  it('is there again, says from when, and can be discarded', async () => {
    startFakeServer({ sections: { default: { fudge_ms: 150 } }, defaults }, properties)
    const user = await openPage()
    await user.type(field('Timeout'), '7')
    await reload()
    expect(field('Timeout')).toHaveProperty('value', '7')
    expect(note()?.textContent).toMatch(/^Restored your unsaved change from \d+:\d+/)
    await user.click(within(screen.getAllByRole('note')[0] ?? document.body).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(field('Timeout')).toHaveProperty('value', ''))
    await reload()
    expect(field('Timeout')).toHaveProperty('value', '')
    expect(note()).toBeNull()
  })

  it('stands on top of what was stored meanwhile, and says so', async () => {
    const server = startFakeServer({ sections: { default: { fudge_ms: 150 } }, defaults }, properties)
    const user = await openPage()
    await user.type(field('Timeout'), '7')
    server.change({ default: { fudge_ms: 160 } })
    await reload()
    expect(field('Fudge')).toHaveProperty('value', '160')
    expect(field('Timeout')).toHaveProperty('value', '7')
    expect(note()?.textContent).toContain('The stored document has changed since')
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes.at(-1)?.base_revision).toBe('2-a'))
  })

  it('has no secret, and names the one that was not kept, also after a second reload', async () => {
    startFakeServer({ sections: { default: {} }, defaults }, properties)
    const user = await openPage()
    await user.type(field('Timeout'), '7')
    await user.type(field('Password'), 'invented-secret')
    expect(JSON.stringify({ ...localStorage })).not.toContain('invented')
    for (let times = 0; times < 2; times += 1) {
      await reload()
      expect(field('Password')).toHaveProperty('value', '')
      expect(note()?.textContent).toContain('A secret that you typed was not kept; type it again: password in default.')
    }
  })

  it('is left without a question as long as no secret is in it, which would be lost', async () => {
    startFakeServer({ sections: { default: {} }, defaults }, properties)
    const user = await openPage()
    await user.type(field('Timeout'), '7')
    await user.visit('/elsewhere')
    expect(user.path()).toBe('/elsewhere')
    await user.type(field('Password'), 'invented-secret')
    await user.visit('/another')
    expect(user.path()).toBe('/elsewhere')
    await screen.findByRole('alertdialog', { name: 'Leave without saving?' })
  })

  it('waits no more where what it says is stored by now', async () => {
    const server = startFakeServer({ sections: { default: {} }, defaults }, properties)
    const user = await openPage()
    await user.type(field('Timeout'), '7')
    server.change({ default: { timeout_ms: 7 } })
    await reload()
    expect(saveBar()).toBeNull()
    expect(Object.keys(localStorage).filter((key) => key.startsWith('strata.draft'))).toEqual([])
  })

  it('is forgotten once it is saved', async () => {
    const server = startFakeServer({ sections: { default: {} }, defaults }, properties)
    const user = await openPage()
    await user.type(field('Timeout'), '7')
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes).toHaveLength(1))
    await waitFor(() => expect(saveBar()).toBeNull())
    expect(Object.keys(localStorage).filter((key) => key.startsWith('strata.draft'))).toEqual([])
  })
})

describe('a reset', () => {
  it('is a step of its own: Ctrl+Z takes back it alone', async () => {
    startFakeServer({ sections: { default: { fudge_ms: 150 } }, defaults }, properties)
    const user = await openPage()
    await user.type(field('Fudge'), '7')
    await user.click(button('Undo: back to 150'))
    expect(field('Fudge')).toHaveProperty('value', '150')
    await user.keyboard('{Control>}z{/Control}')
    expect(field('Fudge')).toHaveProperty('value', '1507')
  })

  it('is undone by its notification, and what was edited since stays', async () => {
    startFakeServer({ sections: { default: { timeout_ms: 150 } }, defaults }, properties)
    const user = await openPage()
    await user.click(button(/^Reset to KAZOO’s built-in/))
    await user.type(field('Fudge'), '9')
    const told = screen.getByRole('alertdialog', { name: 'timeout_ms in default was reset' })
    await user.click(within(told).getByRole('button', { name: 'Undo' }))
    expect(field('Timeout')).toHaveProperty('value', '150')
    expect(field('Fudge')).toHaveProperty('value', '9')
  })
})

describe('keys', () => {
  it('move between rows, go into a field and out of it, and reset', async () => {
    startFakeServer({ sections: { default: { fudge_ms: 150 } }, defaults }, properties)
    const user = await openPage()
    const focused = () => document.activeElement?.getAttribute('data-pointer')
    await user.keyboard('j')
    expect(focused()).toBe('/fudge_ms')
    await user.keyboard('jj')
    expect(focused()).toBe('/password')
    await user.keyboard('kk')
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(field('Fudge'))
    await user.keyboard('jkr')
    expect(field('Fudge')).toHaveProperty('value', 'jkr')
    await user.keyboard('{Escape}')
    expect(focused()).toBe('/fudge_ms')
    await user.keyboard('r')
    expect(field('Fudge')).toHaveProperty('value', '150')
    expect(focused()).toBe('/fudge_ms')
  })
})

describe('a list', () => {
  it('shows what was added and removed, and hides it by d', async () => {
    startFakeServer({ sections: { default: { acls: ['a', 'b'] }, z1: { acls: ['a', 'c'] } }, defaults }, properties)
    const user = await openPage('?section=z1')
    const row = document.querySelector<HTMLElement>('[data-pointer="/acls"]') ?? document.body
    within(row).getByText('b', { selector: 'del' })
    within(row).getByText('c', { selector: 'ins' })
    row.focus()
    await user.keyboard('d')
    expect(within(row).queryByText('b', { selector: 'del' })).toBeNull()
  })
})

describe('the filter', () => {
  it('of what is unsaved leads to the section that has some', async () => {
    startFakeServer({ sections: { default: {}, z1: {} }, defaults }, properties)
    const user = await openPage()
    await user.type(field('Timeout'), '7')
    await user.click(screen.getByRole('radio', { name: /^Unsaved/ }))
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Fudge' })).toBeNull())
    screen.getByRole('textbox', { name: 'Timeout' })
    await user.click(screen.getByRole('button', { name: /^Zone/ }))
    await user.click(screen.getByRole('option', { name: /^z1/ }))
    await user.click(await screen.findByRole('button', { name: 'Unsaved in default' }))
    expect(await screen.findByRole('textbox', { name: 'Timeout' })).toHaveProperty('value', '7')
  })
})

describe('of two tabs on one document', () => {
  /** What another tab does with what this browser keeps of the document. */
  function otherTab(change: (kept: Record<string, unknown>) => Record<string, unknown>) {
    const [key = ''] = Object.keys(localStorage).filter((name) => name.startsWith('strata.draft.'))
    localStorage.setItem(key, JSON.stringify(change(JSON.parse(localStorage.getItem(key) ?? '{}'))))
    window.dispatchEvent(new StorageEvent('storage', { key }))
    return () => localStorage.getItem(key)
  }

  it('the one that saves takes nothing away that the other keeps', async () => {
    const server = startFakeServer({ sections: { default: {} }, defaults }, properties)
    const user = await openPage()
    await user.type(field('Timeout'), '7')
    const kept = otherTab((own) => ({ ...own, keptAt: Number(own.keptAt) + 1000 }))
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes).toHaveLength(1))
    await waitFor(() => expect(saveBar()).toBeNull())
    expect(kept()).not.toBeNull()
  })

  it('the one whose draft is kept no more does not promise it to whoever leaves', async () => {
    startFakeServer({ sections: { default: {} }, defaults }, properties)
    const user = await openPage()
    await user.type(field('Timeout'), '7')
    otherTab((own) => ({ ...own, keptAt: Number(own.keptAt) + 1000 }))
    await user.click(screen.getByRole('link', { name: 'Compare' }))
    expect((await screen.findByRole('alertdialog')).textContent).toContain('they are lost')
  })
})
