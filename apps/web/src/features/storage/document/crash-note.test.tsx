import type { JsonObject } from '@strata/json'
import { useSearch } from '@tanstack/react-router'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { AccountStoragePage } from '../pages/account-storage-page.tsx'
import { readStorageSearch } from '../routes.ts'
import { accountId, startFakeStorage } from '../testing/fake-storage-server.ts'

// Whole pages with dozens of fields: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
afterEach(() => vi.unstubAllGlobals())

function Shown() {
  return <AccountStoragePage accountId={accountId} search={readStorageSearch(useSearch({ strict: false }))} />
}

async function open(fields: JsonObject) {
  startFakeStorage({ fields })
  await renderInConsole(
    <SessionProvider session={sessionOf({})}>
      <Shown />
    </SessionProvider>,
  )
  await screen.findByRole('heading', { name: 'Routes' })
  return { user: userEvent.setup() }
}

const crash = /^Nodes crash on every access to the monthly databases of accounts: the account’s document/

describe('a document that leaves a class without a rule for any type', () => {
  it('is said to crash nodes, in the save bar too', async () => {
    const { user } = await open({ plan: { modb: { types: null } } })
    expect(screen.getByText(crash)).toBeDefined()
    const [folder] = screen.getAllByRole('textbox', { name: 'Everything else: Folder' })
    await user.type(folder as HTMLElement, 'x')
    const bar = within(screen.getByRole('region', { name: 'Unsaved changes' }))
    expect(bar.getByText(/nodes would crash/)).toBeDefined()
  })

  it('is no longer, with one for a type', async () => {
    const { user } = await open({ plan: { modb: { types: null } } })
    await user.type(screen.getByRole('textbox', { name: 'Fax: Folder' }), 'faxes')
    await waitFor(() => expect(screen.queryByText(crash)).toBeNull())
  })
})
