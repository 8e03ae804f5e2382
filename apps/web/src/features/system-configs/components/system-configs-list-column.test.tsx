import type { CategorySummary } from '@strata/api-types'
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactNode, Suspense } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { draftKey, forgetDraft, forgetDrafts, keepDraft } from '#web/lib/draft/kept-drafts.ts'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { SystemConfigsListColumn } from './system-configs-list-column.tsx'

const session = sessionOf({})

afterEach(() => {
  vi.unstubAllGlobals()
  forgetDrafts()
})

const counts = { modified: null, title: '', has_schema: true, keys: 3 }
const categories: CategorySummary[] = [
  { ...counts, id: 'ecallmgr', stored: true, sections: 4, zones: 1, nodes: 3, overrides: 9 },
  { ...counts, id: 'media', stored: false, sections: 0, zones: 0, nodes: 0, overrides: 0 },
  { ...counts, id: 'notify.fax', stored: true, sections: 1, zones: 0, nodes: 0, overrides: 2 },
  { ...counts, id: 'notify.topup', stored: false, sections: 0, zones: 0, nodes: 0, overrides: 0 },
]

async function show(content: ReactNode) {
  const { fetch } = answering(() => success(JSON.parse(JSON.stringify(categories))))
  vi.stubGlobal('fetch', fetch)
  const { path } = await renderInConsole(
    <SessionProvider session={session}>
      <Suspense>{content}</Suspense>
    </SessionProvider>,
  )
  return Object.assign(userEvent.setup(), { path })
}

/** The first one leads to the overview, on small screens only. */
const links = () => {
  const [overview, ...others] = screen.getAllByRole('link')
  expect(overview?.getAttribute('href')).toBe('/system-configs?overview=true')
  return others.map((link) => link.textContent)
}

describe(SystemConfigsListColumn, () => {
  it('lists stored categories and those only known by schema, by their first word, with what they override', async () => {
    await show(<SystemConfigsListColumn selected="ecallmgr" />)
    await screen.findByRole('region', { name: 'notify' })
    expect(links()).toEqual(['ecallmgr9 in 4', 'media', 'notify.fax2', 'notify.topup'])
    expect(screen.getByRole('link', { current: 'page' }).textContent).toContain('ecallmgr')
    screen.getByText('2 stored of 4 categories')
  })

  it('marks those with unsaved changes in this browser, as long as they have some', async () => {
    keepDraft(draftKey(session, 'media'), { revision: '1-a', keptAt: Date.now(), secrets: [] })
    await show(<SystemConfigsListColumn selected={undefined} />)
    await screen.findByRole('region', { name: 'notify' })
    expect(links()).toEqual(['ecallmgr9 in 4', 'mediaunsaved changes', 'notify.fax2', 'notify.topup'])
    act(() => forgetDraft(draftKey(session, 'media')))
    expect(links()).toEqual(['ecallmgr9 in 4', 'media', 'notify.fax2', 'notify.topup'])
  })

  it('finds with a slip of the finger', async () => {
    const user = await show(<SystemConfigsListColumn selected={undefined} />)
    await user.type(await screen.findByRole('searchbox', { name: 'Filter categories' }), 'topop')
    expect(links()).toEqual(['notify.topup'])
  })

  it('shows only what has overrides when asked', async () => {
    const user = await show(<SystemConfigsListColumn selected={undefined} />)
    await user.click(await screen.findByRole('radio', { name: 'With overrides' }))
    expect(links()).toEqual(['ecallmgr9 in 4', 'notify.fax2'])
  })

  it('opens by Enter what is meant without doubt: the only match, or the one of that name', async () => {
    const user = await show(<SystemConfigsListColumn selected={undefined} />)
    const filter = await screen.findByRole('searchbox', { name: 'Filter categories' })
    await user.type(filter, 'notify.{Enter}')
    expect(user.path()).toBe('/here')
    await user.type(filter, 'topup{Enter}')
    await waitFor(() => expect(user.path()).toBe('/system-configs/notify.topup'))
    await user.clear(filter)
    await user.type(filter, '{Enter}media{Enter}')
    await waitFor(() => expect(user.path()).toBe('/system-configs/media'))
  })

  it('leads to a category that nobody has heard of', async () => {
    const user = await show(<SystemConfigsListColumn selected={undefined} />)
    await user.type(await screen.findByRole('searchbox', { name: 'Filter categories' }), 'acme.billing')
    const link = screen.getByRole('link', { name: 'Open “acme.billing” as a new category' })
    expect(link.getAttribute('href')).toBe('/system-configs/acme.billing')
  })

  it('leads from a name that no category has to the settings of that name', async () => {
    const user = await show(<SystemConfigsListColumn selected={undefined} />)
    await user.type(await screen.findByRole('searchbox', { name: 'Filter categories' }), 'retries')
    const link = screen.getByRole('link', { name: 'Search settings for “retries”' })
    expect(link.getAttribute('href')).toBe('/search?q=retries')
  })
})
