import type { JsonObject } from '@strata/json'
import { type Category, inheritedBySection } from '@strata/layered-config'
import { useMemo } from 'react'

/** What a section stands on, without what it sets itself. */
export interface Ground {
  readonly category: Category
  readonly inherited: JsonObject
}

/** Stays the same while the section is edited, so that nothing is drawn anew for it. */
export function useGround({ sections, defaults }: Category, section: string): Ground {
  const shared = section === 'default' ? undefined : sections.default
  return useMemo(() => {
    const category = { sections: shared === undefined ? {} : { default: shared }, defaults }
    return { category, inherited: inheritedBySection(category, section) }
  }, [shared, defaults, section])
}
