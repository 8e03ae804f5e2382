import type { CategoryDetail } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#web/components/error-state.tsx'
import { formQuery } from '#web/components/schema-form/form-query.ts'
import { freeForm } from '#web/components/schema-form/free-form.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { Skeleton } from '#web/components/skeleton.tsx'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { categoryQuery } from '../api/category.ts'
import { MatrixEditor } from './matrix-editor.tsx'
import type { MatrixSearch } from './routes.ts'

/** One category as a table: its keys by `default`, zones and nodes. */
export function MatrixPage({ category, search }: { category: string; search: MatrixSearch }) {
  const { loaded, error, retry } = useCategoryForm(category)
  const topology = useQuery(topologyQuery())
  useDocumentTitle(category)
  const failed = error ?? topology.error
  if (loaded !== undefined && topology.data !== undefined) {
    return (
      <MatrixEditor
        key={category}
        loaded={loaded.detail}
        form={loaded.form}
        nodes={topology.data.nodes}
        search={search}
      />
    )
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

interface LoadedCategory {
  /** Both are there, or neither. */
  readonly loaded: { readonly detail: CategoryDetail; readonly form: FormValidator } | undefined
  readonly error: Error | null
  readonly retry: () => void
}

/** A category as it is stored, and the form of its schema. */
function useCategoryForm(category: string): LoadedCategory {
  const stored = useQuery(categoryQuery(category))
  const revision = stored.data?.schema_revision ?? null
  const schema = useQuery({
    ...formQuery(`system_config.${category}`, revision ?? undefined),
    enabled: revision !== null,
  })
  const form = revision === null ? freeForm : schema.data
  return {
    loaded: stored.data === undefined || form === undefined ? undefined : { detail: stored.data, form },
    error: stored.error ?? schema.error,
    retry: () => {
      void stored.refetch()
      if (revision !== null) void schema.refetch()
    },
  }
}
