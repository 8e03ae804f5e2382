import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../lazy-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage`: nothing is chosen yet. */
export const storageOverviewRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: '/',
  component: lazyPage('storage-overview', async () => {
    const module = await import('#web/features/storage/components/storage-overview.tsx')
    return module.StorageOverview
  }),
})
