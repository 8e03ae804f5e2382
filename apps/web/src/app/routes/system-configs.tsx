import { createRoute, Outlet } from '@tanstack/react-router'
import { useSession } from '#web/lib/session.tsx'
import { ForbiddenPage } from '../frame/forbidden-page.tsx'
import { consoleRoute } from './console.tsx'

/** `/system-configs` and everything below it: for superduper admins. */
export const systemConfigsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/system-configs',
  component: function SystemConfigs() {
    return useSession().is_superduper_admin ? <Outlet /> : <ForbiddenPage />
  },
})
