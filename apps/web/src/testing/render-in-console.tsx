import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createBrowserHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { onTestFinished } from 'vitest'
import { en } from '#web/texts/en/index.ts'

/**
 * Renders `content` with everything the console's providers give, at a path; any path shows it. `visit` goes to another.
 * A page that may have a draft is opened at its own path: to go there later would be to leave the draft.
 */
export async function renderInConsole(content: ReactNode, path = '/here') {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  window.history.replaceState(null, '', path)
  const history = createBrowserHistory()
  // It would hear of the addresses of later tests.
  onTestFinished(() => history.destroy())
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
