import { type NavigateOptions, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type CategorySearch, type JsonShown, toCategory } from '../routes.ts'

export type SearchNavigation = ReturnType<typeof useSearchNavigation>

/** The moves within a category: each changes its own part of the address and keeps the rest. */
export function useSearchNavigation(category: string, search: CategorySearch) {
  const navigate = useNavigate()
  const go = useCallback(
    (next: CategorySearch, how: Pick<NavigateOptions, 'replace' | 'state'>) =>
      void navigate({ ...toCategory(category, next), ...how }),
    [navigate, category],
  )
  const { q, only, view, json } = search
  const filter = { ...(q === undefined ? {} : { q }), ...(only === undefined ? {} : { only }) }
  const { key: _, ...rest } = search
  const shown = useMemo(() => ({ ...viewOf(view), ...jsonOf(json ?? 'section') }), [view, json])

  return {
    toSection: (section: string) => go({ ...filter, ...shown, ...sectionOf(section) }, { replace: false }),
    /** Into the field, to edit it. `kept` is what stays of the filter. */
    toField: useCallback(
      (section: string, key: string, kept: Pick<CategorySearch, 'q' | 'only'> = {}) =>
        go(
          { ...kept, ...shown, ...sectionOf(section), ...(key === '' ? {} : { key }) },
          { replace: false, state: { asked: Date.now(), entersField: true } },
        ),
      [go, shown],
    ),
    toFilter: (next: Pick<CategorySearch, 'q' | 'only'>) =>
      go({ ...sectionOf(search.section ?? 'default'), ...shown, ...next }, { replace: true }),
    toJson: (next: JsonShown) => {
      const { json: __, ...others } = rest
      go({ ...others, ...jsonOf(next) }, { replace: false })
    },
  }
}

function sectionOf(section: string): CategorySearch {
  return section === 'default' ? {} : { section }
}

function viewOf(view: CategorySearch['view']): CategorySearch {
  return view === undefined ? {} : { view }
}

function jsonOf(json: JsonShown): CategorySearch {
  return json === 'section' ? {} : { json }
}
