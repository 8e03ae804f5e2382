import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#web/components/error-state.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { useCategoryForm } from '../api/use-category-form.ts'
import { MatrixEditor } from './matrix-editor.tsx'
import type { MatrixSearch } from './routes.ts'

/** One category as a table: its keys by `default`, zones and nodes. */
export function MatrixPage({ category, search }: { category: string; search: MatrixSearch }) {
  const { loaded, error, retry } = useCategoryForm(category)
  const topology = useQuery(topologyQuery())
  useDocumentTitle(category)
  const failed = error ?? topology.error
  if (loaded !== undefined && topology.data !== undefined) {
    return <MatrixEditor key={category} loaded={loaded.detail} form={loaded.form} search={search} />
  }
  if (failed === null) return <Skeleton lines={12} />
  return (
    <ErrorState
      error={failed}
      onRetry={() => {
        retry()
        void topology.refetch()
      }}
    />
  )
}
