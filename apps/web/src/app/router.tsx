import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { ErrorPage } from './frame/error-page.tsx'
import { NotFoundPage } from './frame/not-found-page.tsx'
import { accountPlanRoute } from './routes/account-plan.tsx'
import { accountPlansRoute } from './routes/account-plans.tsx'
import { accountStorageRoute } from './routes/account-storage.tsx'
import { accountUsersRoute } from './routes/account-users.tsx'
import { categoryRoute } from './routes/category.tsx'
import { compareRoute } from './routes/compare.tsx'
import { consoleRoute } from './routes/console.tsx'
import { homeRoute } from './routes/home.tsx'
import { matrixRoute } from './routes/matrix.tsx'
import { rootRoute } from './routes/root.tsx'
import { searchRoute } from './routes/search.tsx'
import { signInRoute } from './routes/sign-in.tsx'
import { storageRoute } from './routes/storage.tsx'
import { storageOverviewRoute } from './routes/storage-overview.tsx'
import { sweeperRoute } from './routes/sweeper.tsx'
import { systemConfigsRoute } from './routes/system-configs.tsx'
import { systemConfigsOverviewRoute } from './routes/system-configs-overview.tsx'
import { systemPlanRoute } from './routes/system-plan.tsx'
import { systemPlansRoute } from './routes/system-plans.tsx'
import { systemStorageRoute } from './routes/system-storage.tsx'
import { topologyRoute } from './routes/topology.tsx'
import { userStorageRoute } from './routes/user-storage.tsx'

const routeTree = rootRoute.addChildren([
  signInRoute,
  consoleRoute.addChildren([
    homeRoute,
    topologyRoute,
    sweeperRoute,
    searchRoute,
    compareRoute,
    systemConfigsRoute.addChildren([systemConfigsOverviewRoute, categoryRoute, matrixRoute]),
    storageRoute.addChildren([
      storageOverviewRoute,
      systemStorageRoute,
      systemPlansRoute,
      systemPlanRoute,
      accountStorageRoute,
      accountUsersRoute,
      userStorageRoute,
      accountPlansRoute,
      accountPlanRoute,
    ]),
  ]),
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
