import { createRoute } from '@tanstack/react-router'
import { readTopologySearch } from '#web/features/topology/routes.ts'
import { useSession } from '#web/lib/session.tsx'
import { ForbiddenPage } from '../frame/forbidden-page.tsx'
import { WholeArea } from '../frame/whole-area.tsx'
import { lazyPage } from '../lazy-page.tsx'
import { consoleRoute } from './console.tsx'

const TopologyPage = lazyPage('topology-page', async () => {
  const module = await import('#web/features/topology/components/topology-page.tsx')
  return module.TopologyPage
})

/** `/topology?q=&only=`: for superduper admins. */
export const topologyRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/topology',
  validateSearch: readTopologySearch,
  component: function Topology() {
    const search = topologyRoute.useSearch()
    if (!useSession().is_superduper_admin) return <ForbiddenPage />
    return (
      <WholeArea>
        <TopologyPage search={search} />
      </WholeArea>
    )
  },
})
