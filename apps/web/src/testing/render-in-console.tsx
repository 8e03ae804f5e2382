import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createBrowserHistory,
  createRootRoute,
  createRouter,
  type RouterHistory,
  RouterProvider,
} from '@tanstack/react-router'
import { act, cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { afterEach } from 'vitest'
import { en } from '#web/texts/en/index.ts'

const histories: RouterHistory[] = []

/** Nothing is left to later tests: no draft that was kept, and no history, which would hear of their addresses. */
afterEach(() => {
  cleanup()
  localStorage.clear()
  for (const history of histories.splice(0).toReversed()) history.destroy()
})

/**
 * Renders `content` with everything the console's providers give, at a path; any path shows it. `visit` goes to another.
 * A page that may have a draft is opened at its own path: to go there later would be to leave the draft.
 */
export async function renderInConsole(content: ReactNode, path = '/here') {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  window.history.replaceState(null, '', path)
  const history = createBrowserHistory()
  histories.push(history)
  const router = createRouter({
    routeTree: createRootRoute({ component: () => content, notFoundComponent: () => null }),
    history,
  })
  await act(async () => {
    render(
      <IntlProvider locale="en" messages={en} timeZone="UTC">
        <QueryClientProvider client={queryClient}>
          {/* The registered router is the console's own; a test's stands in for it. */}
          <RouterProvider router={router as never} />
        </QueryClientProvider>
      </IntlProvider>,
    )
  })
  return {
    path: () => history.location.pathname,
    visit: (path: string) => act(async () => history.push(path)),
  }
}
