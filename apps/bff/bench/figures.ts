/** Rates a second, times in milliseconds. */
export interface Figures {
  readonly rate: number
  readonly p50: number
  readonly p99: number
}

export function figuresOf(times: readonly number[], elapsed: number): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { rate: (times.length / elapsed) * 1000, p50: at(0.5), p99: at(0.99) }
}

/** One row of a Markdown table. */
export function row(name: string, { rate, p50, p99 }: Figures, ...more: string[]): string {
  return `| ${[name, Math.round(rate), p50.toFixed(1), p99.toFixed(1), ...more].join(' | ')} |`
}
