import { sectionKind } from '@strata/layered-config'
import { diffChars } from 'diff'

/** Characters added and removed; a mistaken one counts for two. */
const MOST_EDITS = 3
const NAMED = 3

/** The known names of its kind that a name may have been meant for, the nearest first. */
export function nearNames(name: string, known: readonly string[]): string[] {
  const maxEditLength = Math.min(MOST_EDITS, Math.floor(name.length / 2))
  return known
    .filter((other) => sectionKind(other) === sectionKind(name))
    .flatMap((other) => {
      const parts = diffChars(name, other, { maxEditLength })
      if (parts === undefined) return []
      return [
        { other, edits: parts.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) },
      ]
    })
    .sort((a, b) => a.edits - b.edits)
    .slice(0, NAMED)
    .map(({ other }) => other)
}
