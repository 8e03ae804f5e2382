import type { CategoryDetail } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#web/components/error-state.tsx'
import { formQuery } from '#web/components/schema-form/form-query.ts'
import { freeForm } from '#web/components/schema-form/free-form.ts'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { categoryQuery } from '../api/category.ts'
import type { CategorySearch } from '../routes.ts'
import { CategoryEditor } from './category-editor.tsx'

interface CategoryPageProps {
  category: string
  search: CategorySearch
}

/** One category: what is set in it, for which section, and the form to change that. */
export function CategoryPage({ category, search }: CategoryPageProps) {
  const { data, error, refetch } = useQuery(categoryQuery(category))
  useDocumentTitle(category)
  if (data !== undefined) return <WithForm key={category} detail={data} search={search} />
  return error === null ? <Skeleton lines={12} /> : <ErrorState error={error} onRetry={() => void refetch()} />
}

function WithForm({ detail, search }: { detail: CategoryDetail; search: CategorySearch }) {
  const { id, schema_revision: revision } = detail
  const hasSchema = revision !== null
  const { data, error, refetch } = useQuery({
    ...formQuery(`system_config.${id}`, revision ?? undefined),
    enabled: hasSchema,
  })
  const form = hasSchema ? data : freeForm
  if (form !== undefined) return <CategoryEditor loaded={detail} form={form} search={search} />
  return error === null ? <Skeleton lines={12} /> : <ErrorState error={error} onRetry={() => void refetch()} />
}
