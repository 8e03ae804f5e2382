import { createRoute } from '@tanstack/react-router'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/plans/$planId` */
export const systemPlanRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'plans/$planId',
  validateSearch: readStorageSearch,
  component: function SystemPlan() {
    const { planId } = systemPlanRoute.useParams()
    return <DocumentPage title={planId} path={`/v2/storage/plans/${planId}`} />
  },
})
