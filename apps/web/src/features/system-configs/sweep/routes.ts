import type { SweepKind } from '@strata/api-types'

/** Every kind of finding, in the order in which they are shown: what is safe first, pins apart at the end. */
export const sweepKinds = [
  'equal-to-inherited',
  'empty-section',
  'promotable',
  'near-duplicate',
  'wrong-type',
  'unknown-key',
  'unknown-node',
  'unknown-zone',
  'unread',
  'mixed-shape',
  'pin',
] as const satisfies readonly SweepKind[]

/** What the address of the sweeper says beside its path. */
export interface SweepSearch {
  /** Only findings of this kind. */
  kind?: SweepKind
  /** Only findings of this category. */
  category?: string
}

/** Reads the search of an address. What it does not know is left out. */
export function readSweepSearch({ kind, category }: Record<string, unknown>): SweepSearch {
  const known = sweepKinds.find((each) => each === kind)
  return {
    ...(known === undefined ? {} : { kind: known }),
    ...(typeof category === 'string' && category !== '' ? { category } : {}),
  }
}

/** Link to the sweeper: what could be tidied. */
export function toSweeper(search: SweepSearch = {}) {
  return { to: '/sweeper', search } as const
}
