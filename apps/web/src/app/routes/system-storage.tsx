import { createRoute } from '@tanstack/react-router'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/system` */
export const systemStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'system',
  validateSearch: readStorageSearch,
  component: function SystemStorage() {
    return <DocumentPage title="system" path="/v2/storage" />
  },
})
