import { createRoute } from '@tanstack/react-router'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/plans` */
export const systemPlansRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'plans',
  component: function SystemPlans() {
    return <DocumentPage title="plans" path="/v2/storage/plans" />
  },
})
