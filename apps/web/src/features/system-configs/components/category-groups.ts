import type { CategorySummary } from '@strata/api-types'

export interface CategoryGroup {
  /** Undefined for categories that share their first word with no other. */
  readonly prefix: string | undefined
  readonly categories: readonly CategorySummary[]
}

/** Categories under the word before their first dot, where at least two share it; the others come first. Keeps the order. */
export function groupCategories(categories: readonly CategorySummary[]): CategoryGroup[] {
  const byPrefix = new Map<string, CategorySummary[]>()
  for (const category of categories) {
    const [prefix = ''] = category.id.split('.', 1)
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), category])
  }
  const groups = [...byPrefix].filter(([, members]) => members.length > 1)
  const alone = [...byPrefix.values()].filter((members) => members.length === 1).flat()
  return [
    ...(alone.length > 0 ? [{ prefix: undefined, categories: alone }] : []),
    ...groups.map(([prefix, members]) => ({ prefix, categories: members })),
  ]
}
