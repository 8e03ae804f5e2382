import { isBackwards, isWithin, readMonthRange } from './month-range.ts'
import type { RuleCondition } from './plan-rule.ts'

/** What is known of the databases that a question is about. */
export interface RouteCircumstances {
  /** The month in the database's name (`YYYYMM`); undefined where it has none, or it is not known. */
  readonly month: string | undefined
  /** The database's name in each of its spellings; none where it is not known. */
  readonly names: readonly string[]
  /** Whether a pattern is found in a name; undefined where it cannot be told. */
  readonly matchesName: (pattern: string, name: string) => boolean | undefined
}

/**
 * Tells whether a condition holds; undefined where it may.
 * - of more than `mostPatterns` patterns nothing is told
 * - KAZOO is not known to prefer a spelling of names: where they differ it may hold
 */
export function conditionHolds(
  { month, names, matchesName }: RouteCircumstances,
  mostPatterns: number,
): (condition: RuleCondition) => boolean | undefined {
  let patterns = 0
  return ({ by, key }) => {
    if (by === 'range') {
      const range = readMonthRange(key)
      if (range === undefined) return undefined
      if (isBackwards(range)) return false
      return month === undefined ? undefined : isWithin(range, month)
    }
    patterns += 1
    if (patterns > mostPatterns) return undefined
    const [first, ...others] = names.map((name) => matchesName(key, name))
    return others.every((match) => match === first) ? first : undefined
  }
}
