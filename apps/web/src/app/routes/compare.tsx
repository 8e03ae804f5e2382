import { createRoute } from '@tanstack/react-router'
import { readCompareSearch } from '#web/features/system-configs/compare/routes.ts'
import { useSession } from '#web/lib/session.tsx'
import { ForbiddenPage } from '../frame/forbidden-page.tsx'
import { WholeArea } from '../frame/whole-area.tsx'
import { lazyPage } from '../lazy-page.tsx'
import { consoleRoute } from './console.tsx'

const ComparePage = lazyPage('compare-page', async () => {
  const module = await import('#web/features/system-configs/compare/compare-page.tsx')
  return module.ComparePage
})

/** `/compare?leftCategory=&leftSection=&rightCategory=&rightSection=&values=&show=&q=`: for superduper admins. */
export const compareRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/compare',
  validateSearch: readCompareSearch,
  component: function Compare() {
    const search = compareRoute.useSearch()
    if (!useSession().is_superduper_admin) return <ForbiddenPage />
    return (
      <WholeArea>
        <ComparePage search={search} />
      </WholeArea>
    )
  },
})
