import type { CategorySummary } from '@strata/api-types'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactNode, Suspense } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, success } from '#web/testing/server-answers.ts'
import { SystemConfigsListColumn } from './system-configs-list-column.tsx'
import { SystemConfigsOverview } from './system-configs-overview.tsx'

afterEach(() => vi.unstubAllGlobals())

const counts = { title: '', has_schema: true, keys: 3 }
const categories: CategorySummary[] = [
  { ...counts, id: 'ecallmgr', stored: true, zones: 1, nodes: 3, overrides: 9 },
  { ...counts, id: 'media', stored: false, zones: 0, nodes: 0, overrides: 0 },
  { ...counts, id: 'notify.fax', stored: true, zones: 0, nodes: 0, overrides: 2 },
  { ...counts, id: 'notify.topup', stored: false, zones: 0, nodes: 0, overrides: 0 },
]

async function show(content: ReactNode) {
  const { fetch } = answering(() => success(JSON.parse(JSON.stringify(categories))))
  vi.stubGlobal('fetch', fetch)
  await renderInConsole(<Suspense>{content}</Suspense>)
  return userEvent.setup()
}

const links = () => screen.getAllByRole('link').map((link) => link.textContent)

describe(SystemConfigsListColumn, () => {
  it('lists stored categories and those only known by schema, by their first word, with what they override', async () => {
    await show(<SystemConfigsListColumn selected="ecallmgr" />)
    await screen.findByRole('region', { name: 'notify' })
    expect(links()).toEqual(['ecallmgr9 in 5', 'media', 'notify.fax2', 'notify.topup'])
    expect(screen.getByRole('link', { current: 'page' }).textContent).toContain('ecallmgr')
    screen.getByText('2 stored of 4 categories')
  })

  it('finds with a slip of the finger', async () => {
    const user = await show(<SystemConfigsListColumn selected={undefined} />)
    await user.type(await screen.findByRole('searchbox', { name: 'Filter categories' }), 'topop')
    expect(links()).toEqual(['notify.topup'])
  })

  it('shows only what has overrides when asked', async () => {
    const user = await show(<SystemConfigsListColumn selected={undefined} />)
    await user.click(await screen.findByRole('radio', { name: 'With overrides' }))
    expect(links()).toEqual(['ecallmgr9 in 5', 'notify.fax2'])
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

describe(SystemConfigsOverview, () => {
  it('shows where most is overridden, first what overrides most', async () => {
    await show(<SystemConfigsOverview />)
    const table = within(await screen.findByRole('table'))
    expect(table.getAllByRole('link').map((link) => link.textContent)).toEqual(['ecallmgr', 'notify.fax'])
    screen.getByText(/11 overrides in 2 stored categories/)
  })
})
