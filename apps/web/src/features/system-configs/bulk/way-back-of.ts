import type { BulkOutcome, BulkWrite } from '@strata/api-types'

/** The change that takes back what was stored, on the revisions it was stored as; undefined where there is nothing. */
export function wayBackOf(outcomes: readonly BulkOutcome[]): BulkWrite | undefined {
  const changes = outcomes.flatMap(({ category, outcome, revision, way_back: back }) =>
    outcome === 'stored' && back !== undefined && back.operations.length > 0
      ? [{ category, base_revision: revision, operations: back.operations }]
      : [],
  )
  return changes.length === 0 ? undefined : { changes }
}

/** What no way back brings back, each as `category › section.key`. */
export function lostOf(outcomes: readonly BulkOutcome[]): string[] {
  return outcomes.flatMap(({ category, way_back: back }) =>
    (back?.lost ?? []).map(({ section, pointer }) => `${category} › ${section}${pointer.replaceAll('/', '.')}`),
  )
}

/** The change without what somebody else has changed since. */
export function withoutCategories({ changes }: BulkWrite, categories: readonly string[]): BulkWrite {
  return { changes: changes.filter(({ category }) => !categories.includes(category)) }
}
