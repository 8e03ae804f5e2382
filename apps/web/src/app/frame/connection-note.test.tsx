import { useQuery } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sessionQuery } from '#web/features/auth/api/session.ts'
import { api } from '#web/lib/api-client.ts'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, failure, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { ConnectionNote } from './connection-note.tsx'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function Page() {
  const session = useQuery(sessionQuery())
  const { data } = useQuery({ queryKey: ['page'], queryFn: async () => (await api.get<string>('/v2/page')).data })
  return (
    <>
      <ConnectionNote />
      <p>{session.data?.username}</p>
      <p>{data}</p>
    </>
  )
}

/** A page in sight whose server, and whose store, can go away. */
async function open({ isStoreUp = true } = {}) {
  const state = { isUp: true, isStoreUp, asked: 0 }
  const { fetch } = answering(({ url }) => {
    if (url === '/console/session') return success({ ...sessionOf() })
    state.asked += 1
    return state.isStoreUp ? success('the page') : failure(503, 'datastore_unreachable')
  })
  vi.stubGlobal('fetch', (...args: Parameters<typeof fetch>) =>
    state.isUp ? fetch(...args) : Promise.reject(new TypeError('Failed to fetch')),
  )
  await renderInConsole(<Page />)
  await screen.findByText('admin')
  return state
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
const note = () => screen.queryByRole('note')?.textContent

it('tells on a page that nobody touches, within five seconds, that the server is away, and that it is back', async () => {
  const state = await open()
  await pass(10_000)
  expect(note()).toBeUndefined()
  state.isUp = false
  await pass(5_000)
  expect(note()).toContain('The server does not answer')
  state.isUp = true
  await pass(5_000)
  expect(note()).toBeUndefined()
})

it('tells that the database is away until that answers, and loads what failed', async () => {
  const state = await open({ isStoreUp: false })
  await pass(20_000)
  expect(note()).toContain('The database does not answer')
  state.isStoreUp = true
  await pass(5_000)
  await screen.findByText('the page')
  expect(note()).toBeUndefined()
})

it('loads what failed as soon as the server is back', async () => {
  const state = await open({ isStoreUp: false })
  await pass(1_000)
  Object.assign(state, { isUp: false, isStoreUp: true })
  await pass(5_000)
  expect(note()).toContain('The server does not answer')
  state.isUp = true
  await pass(5_000)
  await screen.findByText('the page')
})

it('asks while a page is in sight only, and nothing but who is signed in', async () => {
  const state = await open()
  await screen.findByText('the page')
  await pass(30_000)
  expect(state.asked).toBe(1)
})
