import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../lazy-page.tsx'
import { storageRoute } from './storage.tsx'

const PlansPage = lazyPage('plans-page', async () => {
  const module = await import('#web/features/storage/pages/plans-page.tsx')
  return module.PlansPage
})

/** `/storage/plans` */
export const systemPlansRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'plans',
  component: function SystemPlans() {
    return <PlansPage />
  },
})
