import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../lazy-page.tsx'
import { systemConfigsRoute } from './system-configs.tsx'

/** `/system-configs`: no category is chosen yet. */
export const systemConfigsOverviewRoute = createRoute({
  getParentRoute: () => systemConfigsRoute,
  path: '/',
  component: lazyPage('system-configs-overview', async () => {
    const module = await import('#web/features/system-configs/components/system-configs-overview.tsx')
    return module.SystemConfigsOverview
  }),
})
