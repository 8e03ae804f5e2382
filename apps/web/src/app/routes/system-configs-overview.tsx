import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { systemConfigsRoute } from './system-configs.tsx'

/** `/system-configs`: no category is chosen yet. */
export const systemConfigsOverviewRoute = createRoute({
  getParentRoute: () => systemConfigsRoute,
  path: '/',
  component: lazyRouteComponent(
    () => import('#web/features/system-configs/components/system-configs-overview.tsx'),
    'SystemConfigsOverview',
  ),
})
