import type { BulkWrite, SweepReport } from '@strata/api-types'
import type { Found } from './found.ts'

/** As many as the server takes in one change. */
export const bulkLimits = { categories: 200, operationsEach: 1000, operations: 5000 } as const

interface Bulk {
  readonly write: BulkWrite
  /** The findings that are part of it. */
  readonly included: readonly Found[]
  /** How many are not, because more do not fit into one change. */
  readonly leftOut: number
}

/**
 * One change that mends the findings, on the revisions they were found in.
 * - operations of a category are joined in the order of the findings
 * - a finding that does not fit any more is left out whole
 */
export function bulkOf(found: readonly Found[], { categories }: SweepReport): Bulk {
  const revisions = new Map(categories.map(({ category, revision }) => [category, revision]))
  const changes = new Map<string, BulkWrite['changes'][number]>()
  const included: Found[] = []
  let total = 0
  for (const each of found) {
    const { category, finding } = each
    const change = changes.get(category) ?? {
      category,
      base_revision: revisions.get(category) ?? null,
      operations: [],
    }
    const count = finding.operations.length
    const fits =
      total + count <= bulkLimits.operations &&
      change.operations.length + count <= bulkLimits.operationsEach &&
      (changes.has(category) || changes.size < bulkLimits.categories)
    if (!fits) continue
    change.operations.push(...finding.operations)
    changes.set(category, change)
    included.push(each)
    total += count
  }
  return { write: { changes: [...changes.values()] }, included, leftOut: found.length - included.length }
}
