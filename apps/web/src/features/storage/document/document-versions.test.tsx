import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { AccountStoragePage } from '../pages/account-storage-page.tsx'
import { accountId, startFakeStorage } from '../testing/fake-storage-server.ts'

// A whole page with dozens of fields: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
afterEach(() => vi.unstubAllGlobals())

const backEnd = (name: string) => ({ handler: 's3', name, settings: { bucket: 'b', key: 'K', secret: 'invented' } })

it('a document shows the version that is kept', async () => {
  const id = 'a1'.repeat(16)
  const server = startFakeStorage({ fields: { attachments: { [id]: backEnd('Read so far') } } })
  server.keepBeside({ attachments: { [id]: backEnd('Written elsewhere') } })
  const user = userEvent.setup()
  await renderInConsole(
    <SessionProvider session={sessionOf({ store: 'couchdb' })}>
      <AccountStoragePage accountId={accountId} search={{}} />
    </SessionProvider>,
  )
  await screen.findByRole('region', { name: 'Read so far' })
  await user.click(await screen.findByRole('button', { name: 'Compare versions' }))
  await user.click(await screen.findByRole('button', { name: 'Keep the other version' }))
  await user.click(await screen.findByRole('button', { name: 'Keep it' }))
  await screen.findByRole('region', { name: 'Written elsewhere' })
  await waitFor(() => expect(screen.queryByText(/CouchDB holds/)).toBeNull())
})
