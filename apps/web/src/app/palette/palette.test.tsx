import type { SessionInfo } from '@strata/api-types'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
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

async function renderPalette(session: SessionInfo = sessionOf()) {
  const server = answering(({ url }) => {
    if (url.startsWith('/console/accounts')) return success(url.includes('search=emb') ? [account] : [])
    return success(url.endsWith('/index') ? index : categories)
  })
  vi.stubGlobal('fetch', server.fetch)
  const onOpenChange = vi.fn()
  const console = await renderInConsole(
    <SessionProvider session={session}>
      <Palette isOpen onOpenChange={onOpenChange} />
    </SessionProvider>,
  )
  await userEvent.click(screen.getByRole('combobox'))
  return { ...console, ...server, onOpenChange }
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

  it('finds settings, and leads to the key in the section that sets it', async () => {
    const { path } = await renderPalette()
    await userEvent.keyboard('upload time')
    await screen.findByRole('option', { name: /^upload_timeout/ })
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(path()).toBe('/system-configs/media'))
    expect(window.location.search).toBe('?section=z1&key=%2Fupload_timeout')
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
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Storage'])
    expect(sent).toEqual([])
  })

  it('says so when nothing matches', async () => {
    await renderPalette()
    await userEvent.keyboard('zzz')
    expect(await screen.findByText('Nothing matches “zzz”.')).toBeDefined()
  })
})
