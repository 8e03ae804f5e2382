/** Months from one to another, both counted in, each as `YYYYMM`. */
export interface MonthRange {
  readonly from: string
  readonly to: string
}

/** The months that a key of `range` means (`YYYYMM-YYYYMM`); undefined where it is none, or no such months exist. */
export function readMonthRange(key: string): MonthRange | undefined {
  const [, from, to] = /^(\d{6})-(\d{6})$/.exec(key) ?? []
  return from !== undefined && to !== undefined && isMonth(from) && isMonth(to) ? { from, to } : undefined
}

/** The key of a plan that means such months. */
export function monthRangeKey({ from, to }: MonthRange): string {
  return `${from}-${to}`
}

/** Whether it ends before it begins: then no month is in it. */
export function isBackwards({ from, to }: MonthRange): boolean {
  return to < from
}

export function isWithin({ from, to }: MonthRange, month: string): boolean {
  return from <= month && month <= to
}

/** Whether a month is in both. */
export function doOverlap(one: MonthRange, other: MonthRange): boolean {
  return one.from <= other.to && other.from <= one.to
}

/** Whether a text is a month (`YYYYMM`). */
export function isMonth(text: string): boolean {
  return /^\d{4}(0[1-9]|1[0-2])$/.test(text)
}

/** The month of a date in ISO 8601, in UTC, as databases are named by it: `YYYYMM`. */
export function monthOf(date: string): string {
  return date.slice(0, 7).replace('-', '')
}
