import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type CategorySearch, toCategory } from './routes.ts'

export type SearchNavigation = ReturnType<typeof useSearchNavigation>

/** The moves within a category: each changes its own part of the address and keeps the rest. */
export function useSearchNavigation(category: string, search: CategorySearch) {
  const navigate = useNavigate()
  const go = useCallback(
    (next: CategorySearch, how: { replace: boolean }) => void navigate({ ...toCategory(category, next), ...how }),
    [navigate, category],
  )
  const { q, only, view } = search
  const filter = { ...(q === undefined ? {} : { q }), ...(only === undefined ? {} : { only }) }
  const { key: _, ...rest } = search

  return {
    toSection: (section: string) => go({ ...filter, ...viewOf(view), ...sectionOf(section) }, { replace: false }),
    toField: useCallback(
      (section: string, key: string) =>
        go({ ...viewOf(view), ...sectionOf(section), ...(key === '' ? {} : { key }) }, { replace: false }),
      [go, view],
    ),
    toFilter: (next: Pick<CategorySearch, 'q' | 'only'>) =>
      go({ ...sectionOf(search.section ?? 'default'), ...viewOf(view), ...next }, { replace: true }),
    toView: (next: CategorySearch['view']) => {
      const { view: __, ...others } = rest
      go({ ...others, ...viewOf(next) }, { replace: false })
    },
  }
}

function sectionOf(section: string): CategorySearch {
  return section === 'default' ? {} : { section }
}

function viewOf(view: CategorySearch['view']): CategorySearch {
  return view === undefined ? {} : { view }
}
