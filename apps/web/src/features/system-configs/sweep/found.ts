import type { SweepFinding, SweepReport } from '@strata/api-types'
import { type SweepSearch, sweepKinds } from './routes.ts'

/** A finding and where it was found. */
export interface Found {
  /** The same as long as the finding is. */
  readonly id: string
  readonly category: string
  readonly finding: SweepFinding
}

/** All findings of a report, by kind, then by category as they come. */
export function foundIn({ categories }: SweepReport): Found[] {
  const all = categories.flatMap(({ category, findings }) =>
    findings.map((finding): Found => {
      const { kind, section, pointer } = finding
      return { id: JSON.stringify([kind, category, section, pointer]), category, finding }
    }),
  )
  return sweepKinds.flatMap((kind) => all.filter(({ finding }) => finding.kind === kind))
}

/** Those of the findings that a filter lets through. */
export function filteredFindings(found: readonly Found[], { kind, category }: SweepSearch): Found[] {
  return found.filter(
    (each) =>
      (kind === undefined || each.finding.kind === kind) && (category === undefined || each.category === category),
  )
}

/** Whether there is something that mends it. That one node says otherwise than its zone is only worth knowing. */
export function isMendable({ finding }: Found): boolean {
  return finding.operations.length > 0 && (finding.kind !== 'near-duplicate' || finding.is_safe)
}

/** Whether it may be chosen without a look: no node reads anything else afterwards. Pins never are. */
export function changesNothing({ finding }: Found): boolean {
  return finding.is_safe && finding.kind !== 'pin'
}
