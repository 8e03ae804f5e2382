import { countOverrides, type Sections } from '@strata/layered-config'
import { sectionValues } from './section-values.ts'

/** How many leaves a section sets. */
export function overridesOf(sections: Sections, section: string): number {
  return countOverrides({ section: sectionValues(sections, section) })
}
