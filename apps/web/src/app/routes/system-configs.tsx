import { createRoute, useParams } from '@tanstack/react-router'
import { useSession } from '#web/lib/session.tsx'
import { AreaLayout } from '../frame/area-layout.tsx'
import { ForbiddenPage } from '../frame/forbidden-page.tsx'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { lazyPage } from '../lazy-page.tsx'
import { consoleRoute } from './console.tsx'

const SystemConfigsListColumn = lazyPage('system-configs-list-column', async () => {
  const module = await import('#web/features/system-configs/components/system-configs-list-column.tsx')
  return module.SystemConfigsListColumn
})

/** `/system-configs` and everything below it: for superduper admins. */
export const systemConfigsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/system-configs',
  notFoundComponent: NotFoundPage,
  component: function SystemConfigs() {
    const { category } = useParams({ strict: false })
    if (!useSession().is_superduper_admin) return <ForbiddenPage />
    return <AreaLayout list={<SystemConfigsListColumn selected={category} />} hasEntry={category !== undefined} />
  },
})
