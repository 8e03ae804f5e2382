import type { CategorySaved, CategoryWrite } from '@strata/api-types'
import { mutationOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'
import { categoriesQuery } from './categories.ts'
import { categoryPath, categoryQuery } from './category.ts'

/** Stores leaf operations on a base revision; the answer is the category as it is then, and the way back. */
export function saveCategoryMutation(category: string) {
  return mutationOptions({
    mutationFn: async (write: CategoryWrite) => (await api.post<CategorySaved>(categoryPath(category), write)).data,
    onSuccess: ({ saved: _, ...detail }, _write, _result, { client }) => {
      client.setQueryData(categoryQuery(category).queryKey, detail)
      return client.invalidateQueries({ queryKey: categoriesQuery().queryKey })
    },
  })
}
