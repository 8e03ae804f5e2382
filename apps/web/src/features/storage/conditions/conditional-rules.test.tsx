import type { JsonObject } from '@strata/json'
import type { KazooVersion } from '@strata/storage-plan'
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
vi.setConfig({ testTimeout: 90_000 })
afterEach(() => vi.unstubAllGlobals())

const couch = 'c4'.repeat(16)
const spare = 'c5'.repeat(16)

const connection = (name: string) => ({ driver: 'kazoo_couch', name, settings: { ip: '192.0.2.7', port: 5984 } })
const connections = { [couch]: connection('Archive'), [spare]: connection('Spare') }

function Shown() {
  return <AccountStoragePage accountId={accountId} search={readStorageSearch(useSearch({ strict: false }))} />
}

async function open(fields: JsonObject, version: KazooVersion = '5') {
  const server = startFakeStorage({ fields, version })
  await renderInConsole(
    <SessionProvider session={sessionOf({ kazoo_version: version })}>
      <Shown />
    </SessionProvider>,
  )
  await screen.findByRole('heading', { name: 'Routes' })
  await screen.findByRole('heading', { name: 'Acme Corp' })
  const user = userEvent.setup()
  const [everythingElse] = screen.getAllByRole('button', { name: 'More of Everything else' })
  if (everythingElse?.getAttribute('aria-expanded') === 'false') await user.click(everythingElse)
  return { server, user }
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })

async function choose(user: ReturnType<typeof userEvent.setup>, name: RegExp, option: RegExp) {
  await user.click(button(name))
  await user.click(await screen.findByRole('option', { name: option }))
}

async function save(user: ReturnType<typeof userEvent.setup>) {
  await user.click(button('Save'))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull())
}

describe('a route of KAZOO 5', () => {
  it('is told for months, which must exist and be the right way round', async () => {
    const { server, user } = await open({ connections })
    await user.click(button('Add months'))
    const form = screen.getByRole('form', { name: 'Add months' })
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    expect(form.textContent).toContain('Say from which month')
    await user.type(within(form).getByLabelText('From'), '2024-12')
    await user.type(within(form).getByLabelText('To'), '2024-01')
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    expect(form.textContent).toContain('It ends before it begins.')
    await user.clear(within(form).getByLabelText('To'))
    await user.type(within(form).getByLabelText('To'), '2025-03')
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    await choose(user, /Months 2024-12 to 2025-03: Document goes to/, /Archive/)
    await save(user)
    expect(server.stored()?.plan).toEqual({ modb: { range: { '202412-202503': { connection: couch } } } })
  })

  it('is told by pattern, with a field that says whether a name matches', async () => {
    const { server, user } = await open({ connections })
    await user.click(button('Add a pattern'))
    const form = screen.getByRole('form', { name: 'Add a pattern' })
    await user.type(within(form).getByLabelText('Try a name'), 'account/ab/cd/ef-202406')
    await user.type(within(form).getByLabelText('Pattern'), '-2024')
    await within(form).findByText('matches')
    await user.type(within(form).getByLabelText('Pattern'), '$')
    await within(form).findByText('does not match')
    await user.type(within(form).getByLabelText('Pattern'), '(')
    await within(form).findByText('cannot be told here')
    await user.clear(within(form).getByLabelText('Pattern'))
    await user.type(within(form).getByLabelText('Pattern'), '-2024')
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    await choose(user, /matches “-2024”: Document goes to/, /Archive/)
    await save(user)
    expect(server.stored()?.plan).toEqual({ modb: { regex: { '-2024': { connection: couch } } } })
  })

  it('copies changes to connections that are chosen from those there are, and a removed connection leaves the list', async () => {
    const { server, user } = await open({ connections })
    const [first] = screen.getAllByRole('button', { name: /Add a connection/ })
    await user.click(first as HTMLElement)
    await user.click(await screen.findByRole('option', { name: /Archive/ }))
    await user.click(screen.getAllByRole('button', { name: /Add a connection/ })[0] as HTMLElement)
    await user.click(await screen.findByRole('option', { name: /Spare/ }))
    await save(user)
    expect(server.stored()?.plan).toEqual({ modb: { secondary_connections: [couch, spare] } })
    await user.click(button('Copy no changes to Archive'))
    await save(user)
    expect(server.stored()?.plan).toEqual({ modb: { secondary_connections: [spare] } })
  })

  it('says which months two rules share, and which names nothing defines', async () => {
    const range = { '202401-202412': { connection: 'd'.repeat(32) }, '202412-202512': { connection: couch } }
    await open({ connections, plan: { modb: { range } } })
    screen.getByText(/Shares months with 2024-12 to 2025-12/)
    screen.getByText(/defines “d{32}”/)
  })
})

describe('a route of KAZOO 4.3', () => {
  it('has none of that', async () => {
    await open({ connections }, '4.3')
    expect(screen.queryByRole('button', { name: 'Add months' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Add a pattern' })).toBeNull()
    expect(screen.queryByText('Copy changes to')).toBeNull()
  })
})
