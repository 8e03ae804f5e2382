import { deepEqual, type JsonObject } from '@strata/json'
import { type Category, mergeRecursive, sectionsBelow, sectionValues } from '@strata/layered-config'
import { useMemo, useState } from 'react'
import type { Scope } from './use-scope.ts'

/** What a section stands on, without what it sets itself. */
export interface Ground {
  /** The schema defaults, and the sections that its readers may read below it. */
  readonly category: Category
  /** What an unset field shows as inherited; a node's zone counts where it is known. */
  readonly inherited: JsonObject
}

/** Stays the same while the section is edited, so that nothing is drawn anew for it. */
export function useGround({ sections, defaults }: Category, scope: Scope): Ground {
  const below = useSame(
    Object.fromEntries(sectionsBelow(scope).map((section) => [section, sectionValues(sections, section)])),
  )
  return useMemo(() => {
    const known = sectionsBelow({ ...scope, zones: [scope.zone] })
    const layers = known.map((section) => sectionValues(below, section)).reverse()
    return { category: { sections: below, defaults }, inherited: mergeRecursive(defaults, ...layers) }
  }, [below, defaults, scope])
}

/** The very object it was, as long as it says the same. */
function useSame(object: JsonObject): JsonObject {
  const [kept, setKept] = useState(object)
  const same = deepEqual(kept, object) ? kept : object
  if (same !== kept) setKept(same)
  return same
}
