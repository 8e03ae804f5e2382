import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { draftKey, forgetDraft, forgetDrafts, keepDraft } from '#web/lib/draft/kept-drafts.ts'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { WaitingDrafts } from './waiting-drafts.tsx'

afterEach(forgetDrafts)

function keep(document: string, path: string, title: string, keptAt = Date.now()) {
  keepDraft(draftKey(sessionOf(), document), { revision: null, keptAt, secrets: [], page: { path, title } })
}

it('leads to every page with unsaved changes, the newest first, and is not there without any', async () => {
  keep('/console/topology', '/topology', 'Topology', Date.now() - 1000)
  keep('media', '/system-configs/media', 'media')
  const { path } = await renderInConsole(
    <SessionProvider session={sessionOf()}>
      <WaitingDrafts />
    </SessionProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: '2 documents with unsaved changes' }))
  const items = await screen.findAllByRole('menuitem')
  expect(items.map(({ textContent }) => textContent)).toEqual(['media', 'Topology'])
  await userEvent.click(screen.getByRole('menuitem', { name: 'Topology' }))
  expect(path()).toBe('/topology')
  act(() => forgetDraft(draftKey(sessionOf(), 'media')))
  screen.getByRole('button', { name: '1 document with unsaved changes' })
  act(() => forgetDraft(draftKey(sessionOf(), '/console/topology')))
  expect(screen.queryByRole('button')).toBeNull()
})

it('leads nowhere else, whatever lies in the browser', async () => {
  keep('media', '//elsewhere.example/', 'media')
  await renderInConsole(
    <SessionProvider session={sessionOf()}>
      <WaitingDrafts />
    </SessionProvider>,
  )
  expect(screen.queryByRole('button')).toBeNull()
})
