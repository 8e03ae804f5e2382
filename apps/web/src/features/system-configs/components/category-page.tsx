import { ErrorState } from '#web/components/error-state.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { useCategoryForm } from '../api/use-category-form.ts'
import type { CategorySearch } from '../routes.ts'
import { CategoryEditor } from './category-editor.tsx'

interface CategoryPageProps {
  category: string
  search: CategorySearch
}

/** One category: what is set in it, for which section, and the form to change that. */
export function CategoryPage({ category, search }: CategoryPageProps) {
  const { loaded, error, retry } = useCategoryForm(category)
  useDocumentTitle(category)
  if (loaded !== undefined) {
    return <CategoryEditor key={category} loaded={loaded.detail} form={loaded.form} search={search} />
  }
  return error === null ? <Skeleton lines={12} /> : <ErrorState error={error} onRetry={retry} />
}
