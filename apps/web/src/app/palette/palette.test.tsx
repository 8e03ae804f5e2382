import type { SessionInfo } from '@strata/api-types'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { usePageAction } from '#web/lib/page-actions.ts'
import { SessionProvider } from '#web/lib/session.tsx'
import { theme } from '#web/lib/theme.ts'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { Palette } from './palette.tsx'

const categories = ['ecallmgr', 'media'].map((id) => ({ id, title: id, overrides: 0 }))
const account = {
  id: 'c'.repeat(32),
  name: 'Ember',
  realm: 'e.example',
  path: [],
  is_reseller: false,
  has_storage: true,
}

const index = {
  categories: [
    {
      id: 'media',
      title: 'Media',
      revision: null,
      keys: ['/upload_timeout', '/upload_limit'].map((pointer) => ({ pointer, type: 'integer' })),
      sections: { z1: [['/upload_timeout', 500]] },
    },
  ],
}

/** A page that can do something as long as there is something to be done. */
function PageWithWork({ onDone }: { onDone: () => void }) {
  const [hasWork, setHasWork] = useState(true)
  usePageAction({ label: 'Save', shortcut: 'Ctrl S', run: onDone }, hasWork)
  return (
    <main id="content" tabIndex={-1}>
      <button type="button" onClick={() => setHasWork(false)}>
        Done
      </button>
    </main>
  )
}

async function renderPalette(session: SessionInfo = sessionOf()) {
  const server = answering(({ url }) => {
    if (url.startsWith('/console/accounts')) return success(url.includes('search=emb') ? [account] : [])
    if (url.endsWith('/topology')) return success({ revision: '1', nodes: [{ name: 'app@n7', zone: 'z1' }] })
    if (url.startsWith('/v2/storage/plans')) return success([{ id: 'p1', name: 'Europe only' }])
    return success(url.endsWith('/index') ? index : categories)
  })
  vi.stubGlobal('fetch', server.fetch)
  const onOpenChange = vi.fn()
  const saved = vi.fn()
  const console = await renderInConsole(
    <SessionProvider session={session}>
      <PageWithWork onDone={saved} />
      <Palette isOpen onOpenChange={onOpenChange} onShortcuts={vi.fn()} onGlossary={vi.fn()} onSignOut={vi.fn()} />
    </SessionProvider>,
  )
  await userEvent.click(screen.getByRole('combobox'))
  return { ...console, ...server, onOpenChange, saved }
}

afterEach(() => vi.unstubAllGlobals())

describe(Palette, () => {
  it('opens the first hit with Enter', async () => {
    const { path, onOpenChange } = await renderPalette()
    await userEvent.keyboard('ecall')
    await screen.findByRole('option', { name: 'ecallmgr' })
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(path()).toBe('/system-configs/ecallmgr'))
    expect(onOpenChange).toHaveBeenCalledWith(false)
  })

  it('finds accounts on the server', async () => {
    const { path } = await renderPalette()
    await userEvent.keyboard('emb')
    await screen.findByRole('option', { name: /Ember/ })
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await vi.waitFor(() => expect(path()).toBe(`/storage/accounts/${account.id}`))
  })

  it('finds settings, and leads to the key in the section that it names: default, whichever sections set it', async () => {
    const { path } = await renderPalette()
    await userEvent.keyboard('upload time')
    const option = await screen.findByRole('option', { name: /^upload_timeout/ })
    expect(option.textContent).toContain('media › Upload timeout · in default')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(path()).toBe('/system-configs/media'))
    expect(window.location.search).toBe('?key=%2Fupload_timeout')
  })

  it('finds nodes, and leads to their page', async () => {
    const { path } = await renderPalette()
    await userEvent.keyboard('n7')
    const option = await screen.findByRole('option', { name: /^app@n7/ })
    expect(option.textContent).toContain('in zone z1')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(path()).toBe('/nodes/app%40n7'))
  })

  it('offers what a node would read that does not run yet, below those that are known', async () => {
    const { path } = await renderPalette()
    await userEvent.keyboard('app@n7')
    await screen.findByRole('option', { name: /^app@n7/ })
    expect(screen.queryByRole('option', { name: /were added/ })).toBeNull()
    await userEvent.keyboard('7')
    await screen.findByRole('option', { name: /^If app@n77 were added/ })
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(path()).toBe('/nodes/app%40n77'))
  })

  it('leads to all settings found', async () => {
    const { path } = await renderPalette()
    await userEvent.keyboard('@type:integer')
    await userEvent.click(await screen.findByRole('option', { name: 'See all 2 settings found' }))
    await vi.waitFor(() => expect(path()).toBe('/search'))
    expect(window.location.search).toBe('?q=%40type%3Ainteger')
  })

  it('offers somebody who is no superduper admin neither system pages nor categories', async () => {
    const { sent } = await renderPalette(sessionOf({ is_superduper_admin: false }))
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Storage', 'SaveCtrl S'])
    expect(sent).toEqual([])
  })

  it('finds plans of the system by their names', async () => {
    const { path } = await renderPalette()
    await userEvent.keyboard('europe')
    await userEvent.click(await screen.findByRole('option', { name: 'Europe only' }))
    await vi.waitFor(() => expect(path()).toBe('/storage/plans/p1'))
  })

  it('does what the page in sight can do, and what the frame can; the focus stays', async () => {
    const { path, saved } = await renderPalette()
    await userEvent.keyboard('sav')
    await userEvent.click(await screen.findByRole('option', { name: /^Save/ }))
    expect(saved).toHaveBeenCalledOnce()
    await userEvent.clear(screen.getByRole('combobox'))
    await userEvent.type(screen.getByRole('combobox'), 'theme dark')
    await userEvent.click(await screen.findByRole('option', { name: 'Theme: dark' }))
    expect(theme.get()).toBe('dark')
    expect([path(), document.activeElement]).toEqual(['/here', screen.getByRole('combobox')])
    await act(async () => screen.getByText('Done').click())
    await userEvent.clear(screen.getByRole('combobox'))
    expect(screen.queryByRole('option', { name: /^Save/ })).toBeNull()
  })

  it('says so when nothing matches', async () => {
    await renderPalette()
    await userEvent.keyboard('zzz')
    expect(await screen.findByText('Nothing matches “zzz”.')).toBeDefined()
  })
})
