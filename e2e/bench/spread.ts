/** Milliseconds. */
export interface Spread {
  readonly p50: number
  readonly p95: number
}

/** What half, and what nearly all, of the times stay within. */
export function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}
