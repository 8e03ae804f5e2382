import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { storageRoute } from './storage.tsx'

/** `/storage`: nothing is chosen yet. */
export const storageOverviewRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: '/',
  component: lazyRouteComponent(
    () => import('#web/features/storage/components/storage-overview.tsx'),
    'StorageOverview',
  ),
})
