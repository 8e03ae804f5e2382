import { createRoute } from '@tanstack/react-router'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { lazyPage } from '../lazy-page.tsx'
import { storageRoute } from './storage.tsx'

const SystemStoragePage = lazyPage('system-storage-page', async () => {
  const module = await import('#web/features/storage/pages/system-storage-page.tsx')
  return module.SystemStoragePage
})

/** `/storage/system` */
export const systemStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'system',
  validateSearch: readStorageSearch,
  component: function SystemStorage() {
    return <SystemStoragePage search={systemStorageRoute.useSearch()} />
  },
})
