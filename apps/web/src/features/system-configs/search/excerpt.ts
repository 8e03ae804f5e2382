import type { TextRange } from './matched-ranges.ts'

/** Characters that may stand before the first match. */
const LEAD = 40

/** The text from shortly before its first match on, so that a line of it shows why it was found; its ranges move along. */
export function excerpt(text: string, ranges: readonly TextRange[]): { text: string; ranges: readonly TextRange[] } {
  const [first] = ranges
  if (first === undefined || first[0] <= 2 * LEAD) return { text, ranges }
  const space = text.indexOf(' ', first[0] - LEAD)
  const from = space < 0 || space >= first[0] ? first[0] : space + 1
  return {
    text: `…${text.slice(from)}`,
    ranges: ranges.map(([start, end]) => [start - from + 1, end - from + 1]),
  }
}
