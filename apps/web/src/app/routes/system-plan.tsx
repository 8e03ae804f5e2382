import { createRoute } from '@tanstack/react-router'
import { DocumentPage } from '../interim/document-page.tsx'
import { storageRoute } from './storage.tsx'

/** `/storage/plans/$planId` */
export const systemPlanRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'plans/$planId',
  component: function SystemPlan() {
    const { planId } = systemPlanRoute.useParams()
    return <DocumentPage title={planId} path={`/v2/storage/plans/${planId}`} />
  },
})
