import type { AccountsTouchedByDraft } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, failure, success } from '#web/testing/server-answers.ts'
import { DocumentProvider, type StorageDocument } from '../document/document-context.ts'
import { BrokenByRemoval } from './broken-by-removal.tsx'
import { TouchedNote } from './touched-note.tsx'

afterEach(() => vi.unstubAllGlobals())

const whole: JsonObject = { attachments: { gone: { handler: 's3' } } }
const touched = { accounts: [{ id: 'a', name: 'Acme' }], count: 1 }
const path = 'plan.modb.attachments.handler'
const broken: AccountsTouchedByDraft['broken'] = [{ id: 'a', name: 'Acme', paths: [path] }]

interface Answers {
  touched?: { accounts: { id: string; name: string }[]; count: number }
  broken?: AccountsTouchedByDraft['broken']
  count?: number
}

/** A plan whose back-end the draft loses at a press; gives the drafts that the server was asked about. */
async function open(answers: Answers = {}) {
  const drafts: JsonValue[] = []
  const known = answers.touched ?? touched
  const { fetch } = answering(({ method, url, body }) => {
    if (url !== '/console/storage/plans/gold/accounts') return failure(404, 'not_found')
    if (method === 'GET') return success(known)
    const { draft } = JSON.parse(body).data
    drafts.push(draft)
    const isBroken = draft?.attachments?.gone === undefined
    const found = isBroken ? (answers.broken ?? broken) : []
    return success({ ...known, broken: found, broken_count: isBroken ? (answers.count ?? found.length) : 0 })
  })
  vi.stubGlobal('fetch', fetch)
  await renderInConsole(<Editor />)
  return { drafts, user: userEvent.setup() }
}

function Editor() {
  const [fields, setFields] = useState(whole)
  const [isRemoving, setRemoving] = useState(false)
  const place = { scope: 'plan', accountId: undefined, planId: 'gold' } as const
  return (
    <DocumentProvider value={{ place, fields } as unknown as StorageDocument}>
      <button type="button" onClick={() => setFields({})}>
        lose
      </button>
      <button type="button" onClick={() => setFields(whole)}>
        keep
      </button>
      <button type="button" onClick={() => setRemoving(true)}>
        remove
      </button>
      <TouchedNote />
      {isRemoving ? <BrokenByRemoval /> : null}
    </DocumentProvider>
  )
}

describe('before a plan is saved', () => {
  it('accounts whose storage the draft breaks are named with a link, until it breaks them no more', async () => {
    const { drafts, user } = await open()
    await screen.findByRole('region', { name: 'Accounts this touches' })
    await waitFor(() => expect(drafts).toEqual([whole]))
    expect(screen.queryByRole('alert')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'lose' }))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Breaks the storage of 1 account: Acme')
    expect(within(alert).getByRole('link', { name: 'Acme' }).getAttribute('href')).toBe('/storage/accounts/a')
    expect(drafts).toEqual([whole, {}])
    await user.click(screen.getByRole('button', { name: 'keep' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('the places that would lead nowhere are listed when asked for', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'lose' }))
    await user.click(await screen.findByRole('button', { name: 'Show where' }))
    expect(within(screen.getByRole('dialog')).getByText(path)).toBeDefined()
  })

  it('accounts that may not be named are counted', async () => {
    const { user } = await open({ count: 3 })
    await user.click(screen.getByRole('button', { name: 'lose' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/of 3 accounts: Acme and 2 more/)
  })

  it('nothing is asked about a draft that touches nobody', async () => {
    const { drafts, user } = await open({ touched: { accounts: [], count: 0 } })
    await user.click(screen.getByRole('button', { name: 'lose' }))
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(drafts).toEqual([])
  })
})

it('before a plan is removed, whose storage that breaks is said', async () => {
  const { drafts, user } = await open()
  await user.click(screen.getByRole('button', { name: 'remove' }))
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByRole('link', { name: 'Acme' })).toBeDefined()
  expect(within(alert).getByText(path)).toBeDefined()
  expect(drafts).toContain(null)
})
