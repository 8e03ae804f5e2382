import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { readStorageSearch } from '#web/features/storage/routes.ts'
import { storageRoute } from './storage.tsx'

const PlanPage = lazy(async () => {
  const module = await import('#web/features/storage/components/plan-page.tsx')
  return { default: module.PlanPage }
})

/** `/storage/plans/$planId` */
export const systemPlanRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'plans/$planId',
  validateSearch: readStorageSearch,
  component: function SystemPlan() {
    const { planId } = systemPlanRoute.useParams()
    return <PlanPage planId={planId} search={systemPlanRoute.useSearch()} />
  },
})
