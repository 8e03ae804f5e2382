import { createRoute } from '@tanstack/react-router'
import { readSweepSearch } from '#web/features/system-configs/sweep/routes.ts'
import { useSession } from '#web/lib/session.tsx'
import { ForbiddenPage } from '../frame/forbidden-page.tsx'
import { WholeArea } from '../frame/whole-area.tsx'
import { lazyPage } from '../lazy-page.tsx'
import { consoleRoute } from './console.tsx'

const SweeperPage = lazyPage('sweeper-page', async () => {
  const module = await import('#web/features/system-configs/sweep/sweeper-page.tsx')
  return module.SweeperPage
})

/** `/sweeper?kind=&category=`: for superduper admins. */
export const sweeperRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/sweeper',
  validateSearch: readSweepSearch,
  component: function Sweeper() {
    const search = sweeperRoute.useSearch()
    if (!useSession().is_superduper_admin) return <ForbiddenPage />
    return (
      <WholeArea>
        <SweeperPage search={search} />
      </WholeArea>
    )
  },
})
