import type { BulkOutcome, BulkWrite } from '@strata/api-types'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '#web/lib/api-error.ts'
import { saveBulkMutation } from '../api/bulk.ts'

/** Milliseconds for which what was stored waits for the page below to be read again. */
const LONGEST_READ = 3_000

export type BulkSaving = ReturnType<typeof useBulk>

/** Makes one change of several categories, and knows what became of it. */
export function useBulk() {
  const client = useQueryClient()
  // Whatever was stored, nothing that was read of the categories can be relied on.
  const readAgain = () => client.invalidateQueries({ queryKey: ['system-configs'] })
  const mutation = useMutation({
    ...saveBulkMutation(),
    // A second change begun at once would else be made of what was read before the first, and be refused.
    onSettled: () => Promise.race([readAgain(), new Promise((resolve) => setTimeout(resolve, LONGEST_READ))]),
  })
  const outcomes = mutation.data?.outcomes ?? outcomesOf(mutation.error)
  return {
    isPending: mutation.isPending,
    error: mutation.error,
    /** Of each category, once anything was written. */
    outcomes: outcomes?.some(({ outcome }) => outcome !== 'not-attempted' && outcome !== 'conflict')
      ? outcomes
      : undefined,
    apply: (write: BulkWrite) => mutation.mutate(write),
    readAgain: () => void readAgain(),
    forget: () => mutation.reset(),
  }
}

/** The categories that an error names as changed by somebody else. */
export function conflictingIn(error: Error): string[] {
  return (outcomesOf(error) ?? []).flatMap(({ category, outcome }) => (outcome === 'conflict' ? [category] : []))
}

/** A change that was broken off says in its error what became of each category. */
function outcomesOf(error: Error | null): BulkOutcome[] | undefined {
  if (!(error instanceof ApiError) || !Array.isArray(error.data.outcomes)) return undefined
  // The server's types and these are the same ones (@strata/api-types).
  return error.data.outcomes as BulkOutcome[]
}
