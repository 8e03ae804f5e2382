import type { CategoryDetail } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { formQuery } from '#web/components/schema-form/form-query.ts'
import { freeForm } from '#web/components/schema-form/free-form.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { categoryQuery } from './category.ts'

interface LoadedCategory {
  /** Both are there, or neither. */
  readonly loaded: { readonly detail: CategoryDetail; readonly form: FormValidator } | undefined
  readonly error: Error | null
  readonly retry: () => void
}

/** A category as it is stored, and the form of its schema. */
export function useCategoryForm(category: string): LoadedCategory {
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
