import type { ValidationErrors } from '@strata/api-types'
import { parseDottedPath } from '#bff/errors/dotted-path.ts'

interface Comparison {
  /** Paths of the leaves that a write sets. */
  readonly touched: readonly (readonly string[])[]
  readonly before: ValidationErrors
  readonly after: ValidationErrors
}

/**
 * The errors that a write answers for, of all that its section has afterwards.
 * - those at and below a leaf that it sets
 * - those above one, where the section did not have them already: a list or map may be wrong because of the leaf
 * What was stored wrong before, beside the leaves that are set, keeps nobody from setting them.
 */
export function touchedErrors({ touched, before, after }: Comparison): ValidationErrors {
  return Object.fromEntries(
    Object.entries(after).filter(([path]) => {
      const place = parseDottedPath(path)
      return touched.some((leaf) => isWithin(place, leaf) || (isWithin(leaf, place) && !Object.hasOwn(before, path)))
    }),
  )
}

function isWithin(place: readonly string[], root: readonly string[]): boolean {
  return place.length >= root.length && root.every((token, depth) => token === place[depth])
}
