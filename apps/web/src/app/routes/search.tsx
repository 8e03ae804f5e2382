import { createRoute } from '@tanstack/react-router'
import { readSettingsSearch } from '#web/features/system-configs/search/routes.ts'
import { useSession } from '#web/lib/session.tsx'
import { ForbiddenPage } from '../frame/forbidden-page.tsx'
import { WholeArea } from '../frame/whole-area.tsx'
import { lazyPage } from '../lazy-page.tsx'
import { consoleRoute } from './console.tsx'

const SearchPage = lazyPage('search-page', async () => {
  const module = await import('#web/features/system-configs/search/search-page.tsx')
  return module.SearchPage
})

/** `/search?q=`: for superduper admins. */
export const searchRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/search',
  validateSearch: readSettingsSearch,
  component: function Search() {
    const { q = '' } = searchRoute.useSearch()
    if (!useSession().is_superduper_admin) return <ForbiddenPage />
    return (
      <WholeArea>
        <SearchPage q={q} />
      </WholeArea>
    )
  },
})
