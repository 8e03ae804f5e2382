import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { ErrorPage } from './frame/error-page.tsx'
import { NotFoundPage } from './frame/not-found-page.tsx'
import { consoleRoute } from './routes/console.tsx'
import { homeRoute } from './routes/home.tsx'
import { rootRoute } from './routes/root.tsx'
import { signInRoute } from './routes/sign-in.tsx'
import { storageRoute } from './routes/storage.tsx'
import { systemConfigsRoute } from './routes/system-configs.tsx'

const routeTree = rootRoute.addChildren([
  signInRoute,
  consoleRoute.addChildren([homeRoute, systemConfigsRoute, storageRoute]),
])

/** Every page has its own URL; this is their table. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // TanStack Query decides what is fresh.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
