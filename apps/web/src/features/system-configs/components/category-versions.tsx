import type { CategoryDetail } from '@strata/api-types'
import { useQueryClient } from '@tanstack/react-query'
import { VersionsNote } from '#web/components/versions/versions-note.tsx'
import { categoriesQuery } from '../api/categories.ts'
import { categoryPath, categoryQuery } from '../api/category.ts'

/** The note on a category that CouchDB keeps in several versions. A draft is then made against the one that is kept. */
export function CategoryVersions({ detail: { id, revision } }: { detail: CategoryDetail }) {
  const client = useQueryClient()
  const reload = () =>
    Promise.all([categoryQuery(id), categoriesQuery()].map(({ queryKey }) => client.invalidateQueries({ queryKey })))
  return revision === null ? null : (
    <VersionsNote path={categoryPath(id)} revision={revision} onKept={() => void reload()} />
  )
}
