import { createRoute } from '@tanstack/react-router'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/system` */
export const systemStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'system',
  component: function SystemStorage() {
    return <DocumentPage title="system" path="/v2/storage" />
  },
})
