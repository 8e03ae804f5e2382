import type { SessionInfo, StorageTestEnded, StorageTestStep } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { failure } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { AccountStoragePage } from '../pages/account-storage-page.tsx'
import { accountId, startFakeStorage } from '../testing/fake-storage-server.ts'

// Whole pages with dozens of fields: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
afterEach(() => vi.unstubAllGlobals())

const id = 'a1'.repeat(16)
const couch = 'b2'.repeat(16)
const entry: JsonObject = {
  handler: 's3',
  name: 'EU recordings',
  settings: { bucket: 'kz-eu-1', key: 'K', secret: { $secret: 'set', fingerprint: '0123456789ab' } },
}
const connection: JsonObject = { driver: 'kazoo_couch', name: 'Archive', settings: { ip: 'couch.example.net' } }
const both: JsonObject = { attachments: { [id]: entry }, connections: { [couch]: connection } }

const search = {}
const ended = (step: StorageTestStep, state: StorageTestEnded['state'], words: Partial<StorageTestEnded> = {}) => ({
  ms: 12,
  message: '',
  said: null,
  ...words,
  step,
  state,
})
const refused = { error_code: 403, error_body: '<Error/>', message: 'Access Denied' }

async function open({ session = {}, fields = both }: { session?: Partial<SessionInfo>; fields?: JsonObject } = {}) {
  const server = startFakeStorage({ fields })
  await renderInConsole(
    <SessionProvider session={sessionOf(session)}>
      <AccountStoragePage accountId={accountId} search={search} />
    </SessionProvider>,
  )
  await screen.findByRole('heading', { name: 'Routes' })
  const card = within(screen.getByRole('region', { name: 'EU recordings' }))
  return { test: server.test, server, card, user: userEvent.setup() }
}

const words = (item: HTMLElement) => item.textContent
type User = ReturnType<typeof userEvent.setup>

async function editRegion(user: User, text: string) {
  await user.click(screen.getByRole('button', { name: 'Edit EU recordings' }))
  await user.type(screen.getByRole('combobox', { name: /^Region/ }), text)
}

describe('the test of a back-end', () => {
  it('sends the draft’s entry, its marker as it is, and tells each step as it comes', async () => {
    const { test, card, user } = await open()
    await editRegion(user, 'r')
    await user.click(card.getByRole('button', { name: 'Test EU recordings' }))
    test.send(ended('resolve', 'passed', { message: '203.0.113.9' }), { step: 'connect', state: 'running' })
    await waitFor(() => expect(card.getAllByRole('listitem')).toHaveLength(2))
    expect(card.getAllByRole('listitem').map(words)).toEqual(['Find addresspassed203.0.113.912 ms', 'Connectrunning'])
    expect(card.getByText('EU recordings: Connect, running.').role).toBe('status')
    const region = { ...entry, settings: { ...JSON.parse(JSON.stringify(entry.settings)), region: 'r' } }
    expect(test.asked.map(({ request }) => request)).toEqual([
      { draft: { attachments: { [id]: region } }, attachment: id },
    ])
  })

  it('that passes folds into its chip, is stale once edited, and passed again once that is undone', async () => {
    const { test, card, user } = await open()
    await user.click(card.getByRole('button', { name: 'Test EU recordings' }))
    test.send(ended('write', 'passed'), { result: 'passed' })
    test.end()
    expect(await card.findByText('passed just now, for exactly this')).toBeDefined()
    expect(card.queryAllByRole('listitem')).toEqual([])
    await user.click(card.getByRole('button', { name: 'Steps of the test of EU recordings' }))
    expect(card.getAllByRole('listitem').map(words)).toEqual(['Writepassed12 ms'])
    await editRegion(user, 'r')
    expect(card.getByText('edited since the last test')).toBeDefined()
    await user.clear(screen.getByRole('combobox', { name: /^Region/ }))
    expect(card.getByText('passed just now, for exactly this')).toBeDefined()
  })

  it('that fails stays open with the provider’s words, and what was not tried', async () => {
    const { test, card, user } = await open()
    await user.click(card.getByRole('button', { name: 'Test EU recordings' }))
    test.send(ended('write', 'failed', { message: 'The bucket refused it.', said: 'Access Denied' }), {
      result: 'failed',
      error: refused,
    })
    test.end()
    expect(await card.findByText('failed just now')).toBeDefined()
    expect(card.getAllByRole('listitem').map(words)).toEqual([
      'WritefailedThe bucket refused it.Access Denied12 ms',
      'Read backnot tried',
      'Comparenot tried',
      'Deletenot tried',
    ])
    expect(card.getByRole('status').textContent).toBe('EU recordings failed its test at “Write”. Access Denied')
    expect(card.getByRole('button', { name: 'Test again: EU recordings' })).toBeDefined()
  })

  it('stops when asked, by the keyboard, and what was known before holds again', async () => {
    const { test, card, user } = await open()
    card.getByRole('button', { name: 'Test EU recordings' }).focus()
    await user.keyboard('{Enter}')
    test.send({ step: 'resolve', state: 'running' })
    await card.findByText('testing')
    expect(document.activeElement?.textContent).toBe('Stop')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(card.queryByText('testing')).toBeNull())
    expect(test.isStopped()).toBe(true)
    expect(card.getByRole('button', { name: 'Test EU recordings' })).toBeDefined()
  })

  it('that has to wait for others says so in words', async () => {
    const { test, card, user } = await open()
    const cause = '16 tests of this account are running: wait for one to end, then try again.'
    test.refuseOnce(failure(429, 'too_many_requests', { message: 'too many requests', cause }))
    await user.click(card.getByRole('button', { name: 'Test EU recordings' }))
    expect(await card.findByText(cause)).toBeDefined()
  })

  it('that the server refuses says why, by its place', async () => {
    const { test, card, user } = await open()
    const errors = { [`attachments.${id}.settings.bucket`]: { required: { message: 'Name the bucket.' } } }
    test.refuseOnce(failure(400, 'validation error', errors))
    await user.click(card.getByRole('button', { name: 'Test EU recordings' }))
    expect(await card.findByText('could not be tested, just now')).toBeDefined()
    expect(card.getByText('settings.bucket: Name the bucket.')).toBeDefined()
  })

  it('whose answer breaks off passed nothing', async () => {
    const { test, card, user } = await open()
    await user.click(card.getByRole('button', { name: 'Test EU recordings' }))
    test.send(ended('write', 'passed'))
    test.end()
    expect(await card.findByText('could not be tested, just now')).toBeDefined()
    expect(card.getByText(/^The answer broke off/)).toBeDefined()
  })

  it('works on a store that is read-only', async () => {
    const { test, card, user } = await open({ session: { read_only: 'This store belongs to KAZOO.' } })
    await user.click(card.getByRole('button', { name: 'Test EU recordings' }))
    test.send({ result: 'passed' })
    test.end()
    expect(await card.findByText('passed just now, for exactly this')).toBeDefined()
  })
})

describe('a save', () => {
  it('that failed its tests shows the back-end as failed, until it is edited', async () => {
    const { server, card, user } = await open({ fields: { attachments: { [id]: entry } } })
    await editRegion(user, 'r')
    server.refuseOnce(failure(400, 'validation error', { [`attachments.${id}`]: { invalid: refused } }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await card.findByText('failed just now')).toBeDefined()
    await user.type(screen.getByRole('combobox', { name: /^Region/ }), 's')
    expect(card.getByText('edited since the last test')).toBeDefined()
  })
})

describe('the test of a connection', () => {
  it('names the connection', async () => {
    const { test, user } = await open()
    await user.click(screen.getByRole('button', { name: 'Test Archive' }))
    test.send({ result: 'passed' })
    test.end()
    expect(await screen.findByText('passed just now, for exactly this')).toBeDefined()
    expect(test.asked.map(({ request }) => request)).toEqual([
      { draft: { connections: { [couch]: connection } }, connection: couch },
    ])
  })
})
