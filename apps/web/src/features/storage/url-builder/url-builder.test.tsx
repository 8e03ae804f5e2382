import type { JsonObject, JsonValue } from '@strata/json'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { AccountStoragePage } from '../pages/account-storage-page.tsx'
import { accountId, startFakeStorage } from '../testing/fake-storage-server.ts'

// Whole pages with dozens of fields: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
afterEach(() => vi.unstubAllGlobals())

const id = 'a1'.repeat(16)
const search = {}

async function openBuilder(list?: JsonValue) {
  const settings: JsonObject = {
    url: 'https://rec.example.net/in',
    ...(list === undefined ? {} : { field_list: list }),
  }
  const server = startFakeStorage({
    fields: { attachments: { [id]: { handler: 'http', name: 'Recorder', settings } } },
  })
  await renderInConsole(
    <SessionProvider session={sessionOf({})}>
      <AccountStoragePage accountId={accountId} search={search} />
    </SessionProvider>,
  )
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Edit Recorder' }))
  const builder = within(screen.getByRole('region', { name: 'Path of a file' }))
  return {
    server,
    user,
    builder,
    preview: () => builder.getByRole('status', { name: 'Where a file goes' }).textContent,
  }
}

describe('the URL builder', () => {
  it('shows what KAZOO makes of no list, and that nothing is set', async () => {
    const { builder, preview } = await openBuilder()
    expect(preview()).toMatch(/^POST https:\/\/rec\.example\.net\/in\/a{32}\/[0-9a-f]{32}\/\d{6}-[0-9a-f]{32}\//)
    expect(builder.getByText('Made of KAZOO’s own parts for this kind')).toBeDefined()
    expect(builder.queryByRole('button', { name: /^Remove part/ })).toBeNull()
  })

  it('says of each part what comes of it, and what is left out', async () => {
    const { builder, preview } = await openBuilder([
      { const: 'kept' },
      { field: 'nobody_has_it' },
      { arg: 'account_id' },
    ])
    expect(preview()).toBe(`POST https://rec.example.net/in/kept/${accountId}`)
    const parts = within(builder.getByRole('list', { name: 'Parts of the path' })).getAllByRole('listitem')
    expect(parts[1]?.textContent).toContain('left out of the sample')
    expect(parts[2]?.textContent).toContain(accountId)
  })

  it('shows what is wrong at the part that it is about, also within a group', async () => {
    const { builder } = await openBuilder([{ arg: 'id' }, { group: [{ const: '-' }, { arg: 'name' }] }])
    const [first, group] = within(builder.getByRole('list', { name: 'Parts of the path' }))
      .getAllByRole('listitem')
      .filter((item) => item.parentElement?.getAttribute('aria-label') === 'Parts of the path')
    expect(first?.textContent).not.toContain('account_id, db, id, attachment')
    const inside = within(within(group ?? document.body).getByRole('list', { name: 'Parts of group 2' }))
    expect(inside.getAllByRole('listitem')[1]?.textContent).toContain('account_id, db, id, attachment')
    expect(inside.getAllByRole('listitem')[0]?.textContent).not.toContain('account_id, db, id, attachment')
  })

  it('leaves a part that it does not understand as it is, and the JSON to mend it', async () => {
    const { builder, user } = await openBuilder([{ arg: 'id', const: '-' }])
    expect(builder.getByText('{"arg":"id","const":"-"}')).toBeDefined()
    await user.click(builder.getByRole('radio', { name: 'JSON' }))
    expect(builder.getByRole<HTMLTextAreaElement>('textbox').value).toContain('"const"')
  })

  it('goes back to KAZOO’s own as nothing set', async () => {
    const { builder, user, server } = await openBuilder([{ arg: 'id' }])
    await user.click(builder.getByRole('button', { name: 'Use KAZOO’s own' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(server.writes).toHaveLength(1))
    expect(server.writes[0]?.data).toMatchObject({ attachments: { [id]: { settings: { url: expect.any(String) } } } })
    expect(JSON.stringify(server.writes[0]?.data)).not.toContain('field_list')
  })
})
