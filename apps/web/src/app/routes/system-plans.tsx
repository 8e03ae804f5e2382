import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { storageRoute } from './storage.tsx'

const PlansPage = lazy(async () => {
  const module = await import('#web/features/storage/components/plans-page.tsx')
  return { default: module.PlansPage }
})

/** `/storage/plans` */
export const systemPlansRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'plans',
  component: function SystemPlans() {
    return <PlansPage />
  },
})
