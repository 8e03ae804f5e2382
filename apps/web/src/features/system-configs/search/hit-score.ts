import type { SearchHit } from './search-hit.ts'

/** Of a word that is nowhere but for a slip of the finger. */
export const FUZZY_SCORE = 12

/** How well a word fits a hit, the less the better; undefined where it is nowhere as it is written. */
export function wordScore({ entry, settings }: SearchHit, word: string): number | undefined {
  const { leaf, key, title, category } = entry.names
  const placed = [
    placeScore(leaf, word, 0),
    placeScore(key, word, 1),
    placeScore(title, word, 1),
    placeScore(category, word, 3),
    ...settings.map(({ text }) => placeScore(text, word, 4)),
    placeScore(entry.descriptionText, word, 6),
  ].filter((score) => score !== undefined)
  return placed.length === 0 ? undefined : Math.min(...placed)
}

/** All of a text is best, then its beginning, the beginning of a word in it, and anywhere. */
function placeScore(text: string, word: string, worth: number): number | undefined {
  const at = text.indexOf(word)
  if (at < 0) return undefined
  if (text.length === word.length) return worth
  if (at === 0) return worth + 1
  return worth + (/[a-z0-9]/.test(text.charAt(at - 1)) ? 3 : 2)
}
