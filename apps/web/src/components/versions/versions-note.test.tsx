import type { DocumentVersions, SessionInfo } from '@strata/api-types'
import { focusManager } from '@tanstack/react-query'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, failure, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { ToastRegion } from '../toast.tsx'
import { VersionsNote } from './versions-note.tsx'

afterEach(() => vi.unstubAllGlobals())

const read = { revision: '2-read', modified: '2026-11-24T12:00:00.000Z', document: { default: { a: 1 } } }
const other = { revision: '2-other', modified: null, document: { default: { a: 2 }, z1: {} } }
const third = { revision: '1-third', modified: '2026-11-20T09:30:00.000Z', document: { default: { a: 3 } } }
const two: DocumentVersions = { revision: '2-read', conflicts: ['2-other'], versions: [read, other] }

async function open(
  found: DocumentVersions,
  answer = success({}),
  session: Partial<SessionInfo> = {},
  now: () => DocumentVersions = () => found,
) {
  const onKept = vi.fn()
  const { fetch, sent } = answering(({ method }) => (method === 'POST' ? answer : success({ ...now() })))
  vi.stubGlobal('fetch', fetch)
  await renderInConsole(
    <SessionProvider session={sessionOf({ store: 'couchdb', ...session })}>
      <VersionsNote path="/console/x" revision="2-read" onKept={onKept} />
      <ToastRegion />
    </SessionProvider>,
  )
  const posted = () => sent.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body).data)
  return { user: userEvent.setup(), onKept, sent, posted }
}

const button = (name: string) => screen.getByRole('button', { name })
const compare = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(await screen.findByRole('button', { name: 'Compare versions' }))
  await screen.findByRole('region', { name: 'The version that is read' })
  return screen.getByRole('dialog', { name: 'Versions of this document' })
}

describe('the note', () => {
  it('says how many versions there are', async () => {
    await open(two)
    expect((await screen.findByRole('note')).textContent).toContain('CouchDB holds 2 versions of this document')
  })

  it('says nothing where there is one', async () => {
    const { sent } = await open({ revision: '2-read', conflicts: [], versions: [] })
    await waitFor(() => expect(sent).toHaveLength(1))
    await act(async () => {})
    expect(screen.queryByRole('note')).toBeNull()
  })

  it('asks nothing of the embedded store, which keeps one version', async () => {
    const { sent } = await open(two, success({}), { store: 'embedded' })
    await act(async () => {})
    expect(sent).toEqual([])
    expect(screen.queryByRole('note')).toBeNull()
  })
})

describe('the dialog', () => {
  it('shows both versions, when they were saved, and where they differ', async () => {
    const { user } = await open(two)
    const dialog = await compare(user)
    expect(within(dialog).getByRole('region', { name: 'The version that is read' }).textContent).toContain(
      'Saved Nov 24, 2026',
    )
    expect(within(dialog).getByRole('region', { name: 'Another version' }).textContent).toContain('2-other')
    const difference = within(dialog).getByRole('region', { name: /From the version/ })
    expect(difference.querySelector('del')?.textContent).toContain('"a": 1')
    expect(difference.querySelector('ins')?.textContent).toContain('"a": 2')
  })

  it('compares with any of several others, and says how many it does not show', async () => {
    const found = { ...two, conflicts: ['2-other', '1-third', '1-gone'], versions: [read, other, third] }
    const { user, posted } = await open(found)
    const dialog = await compare(user)
    expect(dialog.textContent).toContain('One more version is not shown')
    await user.click(within(dialog).getByRole('button', { name: /Compare with/ }))
    await user.click(await screen.findByRole('option', { name: /Nov 20, 2026/ }))
    expect(within(dialog).getByRole('region', { name: /From the version/ }).textContent).toContain('"a": 3')
    await user.click(button('Keep the other version'))
    await user.click(button('Keep it'))
    await waitFor(() => expect(posted()).toEqual([{ ...found, versions: undefined, keep: '1-third' }]))
  })

  it('keeps one only once that is confirmed, on the versions that were shown', async () => {
    const { user, posted, onKept } = await open(two)
    await compare(user)
    await user.click(button('Keep the other version'))
    expect((await screen.findByRole('alertdialog')).textContent).toContain('removed for good')
    await user.click(button('Back to the versions'))
    expect(posted()).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Keep the version that is read' }))
    await user.click(button('Keep it'))
    await waitFor(() => expect(onKept).toHaveBeenCalledOnce())
    expect(posted()).toEqual([{ keep: '2-read', revision: '2-read', conflicts: ['2-other'] }])
    expect(await screen.findAllByText('Kept one version')).not.toEqual([])
  })

  it('sends the versions that were shown, also where more come before it is confirmed', async () => {
    let found = two
    const { user, sent, posted } = await open(two, success({}), {}, () => found)
    await compare(user)
    await user.click(button('Keep the other version'))
    found = { ...two, conflicts: ['2-other', '1-third'], versions: [read, other, third] }
    act(() => focusManager.setFocused(false))
    act(() => focusManager.setFocused(true))
    await waitFor(() => expect(sent).toHaveLength(2))
    await act(async () => {})
    expect((await screen.findByRole('alertdialog')).textContent).toContain('That one is removed for good')
    await user.click(button('Keep it'))
    await waitFor(() => expect(posted()).toEqual([{ keep: '2-other', revision: '2-read', conflicts: ['2-other'] }]))
    focusManager.setFocused(undefined)
  })

  it('says that they are others by now, and asks for them again', async () => {
    const { user, sent, onKept } = await open(two, failure(409, 'datastore_conflict'))
    await compare(user)
    await user.click(button('Keep the other version'))
    await user.click(button('Keep it'))
    expect(await screen.findByText(/changed in the meantime/)).toBeDefined()
    await waitFor(() => expect(sent.filter(({ method }) => method === 'GET')).toHaveLength(2))
    expect(onKept).not.toHaveBeenCalled()
  })

  it('says why a version cannot be kept by whoever asks', async () => {
    const message = 'A layer below defines a connection of this id: choose another id.'
    const { user } = await open(two, failure(400, 'validation error', { 'connections.a': { invalid: { message } } }))
    await compare(user)
    await user.click(button('Keep the other version'))
    await user.click(button('Keep it'))
    expect(await screen.findByText(message)).toBeDefined()
  })

  it('lets nobody choose on a store that is only read', async () => {
    const { user } = await open(two, success({}), { read_only: 'This store is only read.' })
    const dialog = await compare(user)
    expect(dialog.textContent).toContain('This store is only read.')
    expect(screen.queryByRole('button', { name: /^Keep/ })).toBeNull()
  })

  it('tells of versions that say the same', async () => {
    const { user } = await open({ ...two, versions: [read, { ...other, document: { default: { a: 1 } } }] })
    expect((await compare(user)).textContent).toContain('Both say the same.')
  })
})
