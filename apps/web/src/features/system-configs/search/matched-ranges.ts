import { fuzzy } from '../filter/fuzzy-filter.ts'

/** Where a part of a text begins, and where it ends. */
export type TextRange = readonly [start: number, end: number]

/**
 * The parts of a text that words are found in, in order, none over another.
 * - every place where a word stands as it is written
 * - where it stands nowhere in the text: the part that it was mistyped from, if there is one
 */
export function matchedRanges(text: string, words: readonly string[]): TextRange[] {
  const lower = text.toLowerCase()
  return joined(words.flatMap((word) => (lower.includes(word) ? occurrences(lower, word) : mistyped(text, word))))
}

function occurrences(text: string, word: string): TextRange[] {
  const ranges: TextRange[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    ranges.push([at, at + word.length])
  return ranges
}

function mistyped(text: string, word: string): TextRange[] {
  if (fuzzy.split(word).length === 0) return []
  const found = fuzzy.filter([text], word)
  if (found === null || found.length === 0) return []
  const [bounds = []] = fuzzy.info(found, [text], word).ranges
  return bounds.flatMap((start, index) => {
    const end = bounds[index + 1]
    return index % 2 === 0 && end !== undefined ? [[start, end] as const] : []
  })
}

function joined(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = []
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last === undefined || start > last[1]) result.push([start, end])
    else result[result.length - 1] = [last[0], Math.max(last[1], end)]
  }
  return result
}
