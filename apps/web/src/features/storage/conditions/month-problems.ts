import { doOverlap, isBackwards, isMonth, type MonthRange, monthRangeKey, readMonthRange } from '@strata/storage-plan'

/** What keeps months from becoming a rule: one is missing, they are the wrong way round, or have a rule already. */
export type MonthProblem = 'missing' | 'backwards' | 'taken'

export function monthProblem(range: MonthRange, taken: readonly string[]): MonthProblem | undefined {
  if (!isMonth(range.from) || !isMonth(range.to)) return 'missing'
  if (isBackwards(range)) return 'backwards'
  return taken.includes(monthRangeKey(range)) ? 'taken' : undefined
}

/** The other ranges that have a month of `key` in them: KAZOO alone knows which of them holds then. */
export function overlapping(key: string, others: readonly string[]): string[] {
  const range = readMonthRange(key)
  if (range === undefined) return []
  return others.filter((other) => {
    const months = other === key ? undefined : readMonthRange(other)
    return months !== undefined && doOverlap(range, months)
  })
}
