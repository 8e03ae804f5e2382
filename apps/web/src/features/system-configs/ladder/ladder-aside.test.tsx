import { useSearch } from '@tanstack/react-router'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { CategoryPage } from '../components/category-page.tsx'
import { readCategorySearch } from '../routes.ts'
import { startFakeServer } from '../testing/fake-server.ts'

beforeEach(() => {
  const { matchMedia } = window
  vi.stubGlobal('matchMedia', (query: string) => {
    const list = matchMedia.call(window, query)
    return query === '(min-width: 2100px)' ? Object.defineProperty(list, 'matches', { value: true }) : list
  })
})
afterEach(() => vi.unstubAllGlobals())

function Shown() {
  return <CategoryPage category="sysconf" search={readCategorySearch(useSearch({ strict: false }))} />
}

it('stands beside the form in a very wide window, follows the focus, and changes the draft without being left', async () => {
  const sections = { default: { fudge_ms: 150 }, z1: { fudge_ms: 500 }, 'app@n1': { fudge_ms: 900 } }
  startFakeServer(
    { sections, defaults: { fudge_ms: 100 } },
    { fudge_ms: { type: 'integer', title: 'Fudge' }, name: { type: 'string', title: 'Name' } },
    { 'app@n1': 'z1' },
  )
  await renderInConsole(
    <SessionProvider session={sessionOf()}>
      <Shown />
    </SessionProvider>,
    '/system-configs/sysconf?section=app%40n1',
  )
  const user = userEvent.setup()
  const field = await screen.findByRole('textbox', { name: 'Fudge' })
  screen.getByRole('complementary', { name: 'Where a value comes from' })
  await user.click(screen.getByRole('textbox', { name: 'Name' }))
  await screen.findByRole('complementary', { name: 'Where name comes from' })
  await user.click(field)
  const aside = await screen.findByRole('complementary', { name: 'Where fudge_ms comes from' })
  await waitFor(() => expect(aside.textContent).toContain('This node reads 900, set here'))
  await user.keyboard('{Escape}p')
  expect(document.activeElement).toBe(aside)
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.click(within(aside).getByRole('button', { name: 'Remove here → becomes 500 from zone z1' }))
  await waitFor(() => expect(aside.textContent).toContain('This node reads 500'))
  expect(document.activeElement?.getAttribute('data-row')).toBe('/fudge_ms')
})
