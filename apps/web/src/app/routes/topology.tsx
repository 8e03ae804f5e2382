import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { readTopologySearch } from '#web/features/topology/routes.ts'
import { useSession } from '#web/lib/session.tsx'
import { ForbiddenPage } from '../frame/forbidden-page.tsx'
import { WholeArea } from '../frame/whole-area.tsx'
import { consoleRoute } from './console.tsx'

const TopologyPage = lazy(async () => {
  const module = await import('#web/features/topology/components/topology-page.tsx')
  return { default: module.TopologyPage }
})

/** `/topology?q=&only=`: for superduper admins. */
export const topologyRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/topology',
  validateSearch: readTopologySearch,
  component: function Topology() {
    if (!useSession().is_superduper_admin) return <ForbiddenPage />
    return (
      <WholeArea>
        <TopologyPage />
      </WholeArea>
    )
  },
})
