import { CatchBoundary } from '@tanstack/react-router'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, it, vi } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, success } from '#web/testing/server-answers.ts'
import { ErrorPage } from './frame/error-page.tsx'
import { lazyPage } from './lazy-page.tsx'

afterEach(() => vi.unstubAllGlobals())
function Greeting({ name }: { name: string }) {
  return <p>Hello {name}</p>
}

const notFetched = new TypeError('Failed to fetch dynamically imported module: /assets/greeting.js')

async function show(load: () => Promise<typeof Greeting>, answer: () => Response) {
  vi.stubGlobal('fetch', answering(answer).fetch)
  const Page = lazyPage('greeting', load)
  await renderInConsole(
    <CatchBoundary getResetKey={() => 'page'} errorComponent={ErrorPage}>
      <Page name="otto" />
    </CatchBoundary>,
  )
}

it('shows a page once its code is there', async () => {
  await show(
    async () => Greeting,
    () => success({}),
  )
  await screen.findByText('Hello otto')
})

it('says that the server is away while it is, and loads the code when it is back', async () => {
  const server = { isAway: true }
  await show(
    async () => {
      if (server.isAway) throw notFetched
      return Greeting
    },
    () => {
      if (server.isAway) throw new TypeError('Failed to fetch')
      return success({})
    },
  )
  await screen.findByRole('heading', { name: 'The server does not answer' })
  server.isAway = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Hello otto')
})

it('shows the page when the server came back while the code was asked for', async () => {
  const loads = vi.fn().mockRejectedValueOnce(notFetched).mockResolvedValueOnce(Greeting)
  await show(loads, () => success({}))
  await screen.findByText('Hello otto')
})

it('says that the page broke where the server answers but does not have the code', async () => {
  // What is caught is printed by React as well.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await show(
    () => Promise.reject(notFetched),
    () => success({}),
  )
  await screen.findByRole('heading', { name: 'This page broke' })
})
