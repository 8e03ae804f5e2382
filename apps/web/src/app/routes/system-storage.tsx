import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { storageRoute } from './storage.tsx'

const SystemStoragePage = lazy(async () => {
  const module = await import('#web/features/storage/components/system-storage-page.tsx')
  return { default: module.SystemStoragePage }
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
