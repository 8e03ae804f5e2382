import type { BulkWrite, LeafOperation } from '@strata/api-types'

/** As many as the server takes in one change. */
export const bulkLimits = { categories: 200, operationsEach: 1000, operations: 5000 } as const

/** What is to be done in a category, whole or not at all. */
export interface BulkItem {
  readonly category: string
  readonly operations: readonly LeafOperation[]
}

/** A change, and of what it is made. */
export interface Bulk<Item extends BulkItem = BulkItem> {
  readonly write: BulkWrite
  /** The items that are part of it. */
  readonly included: readonly Item[]
  /** How many are not, because more do not fit into one change. */
  readonly leftOut: number
}

/**
 * One change of all items, each category on the revision that it was read at.
 * - operations of a category are joined in the order of the items
 * - an item that does not fit any more is left out whole
 */
export function bulkOf<Item extends BulkItem>(
  items: readonly Item[],
  revisions: ReadonlyMap<string, string | null>,
): Bulk<Item> {
  const changes = new Map<string, BulkWrite['changes'][number]>()
  const included: Item[] = []
  let total = 0
  for (const item of items) {
    const { category, operations } = item
    const change = changes.get(category) ?? {
      category,
      base_revision: revisions.get(category) ?? null,
      operations: [],
    }
    const count = operations.length
    const fits =
      total + count <= bulkLimits.operations &&
      change.operations.length + count <= bulkLimits.operationsEach &&
      (changes.has(category) || changes.size < bulkLimits.categories)
    if (!fits) continue
    change.operations.push(...operations)
    changes.set(category, change)
    included.push(item)
    total += count
  }
  return { write: { changes: [...changes.values()] }, included, leftOut: items.length - included.length }
}
