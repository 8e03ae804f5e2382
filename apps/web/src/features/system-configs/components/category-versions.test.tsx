import { useSearch } from '@tanstack/react-router'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { readCategorySearch } from '../routes.ts'
import { startFakeServer } from '../testing/fake-server.ts'
import { CategoryPage } from './category-page.tsx'

// A whole page with a dialog: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
afterEach(() => vi.unstubAllGlobals())

function Shown() {
  return <CategoryPage category="sysconf" search={readCategorySearch(useSearch({ strict: false }))} />
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

it('a category shows the version that is kept, and what was not saved stands on it', async () => {
  const properties = {
    fudge_ms: { type: 'integer', title: 'Fudge' },
    timeout_ms: { type: 'integer', title: 'Timeout' },
  }
  const server = startFakeServer({ sections: { default: { fudge_ms: 150 } }, defaults: {} }, properties)
  server.keepBeside({ default: { fudge_ms: 160 } })
  const user = userEvent.setup()
  await renderInConsole(
    <SessionProvider session={sessionOf({ store: 'couchdb' })}>
      <Shown />
    </SessionProvider>,
  )
  await user.type(await screen.findByRole('textbox', { name: 'Timeout' }), '7')
  await user.click(await screen.findByRole('button', { name: 'Compare versions' }))
  await user.click(await screen.findByRole('button', { name: 'Keep the other version' }))
  await user.click(await screen.findByRole('button', { name: 'Keep it' }))
  await waitFor(() => expect(field('Fudge').value).toBe('160'))
  expect(field('Timeout').value).toBe('7')
  expect(screen.queryByText(/CouchDB holds/)).toBeNull()
})
