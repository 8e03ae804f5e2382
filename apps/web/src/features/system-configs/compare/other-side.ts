import { type Sections, sectionKind, sectionsWithOverrides } from '@strata/layered-config'
import type { ZoneSections } from '../bulk/sections-by-zone.ts'

/**
 * The section that most want to see beside one of the same category.
 * - beside a node its zone, where that is known; beside a zone and any other node `default`
 * - beside `default` the first section that sets anything, else the first zone that is known
 */
export function otherSide(section: string, sections: Sections, zones: readonly ZoneSections[]): string {
  if (section !== 'default') {
    return (
      (sectionKind(section) === 'node' ? zones.find(({ nodes }) => nodes.includes(section))?.zone : undefined) ??
      'default'
    )
  }
  const others = sectionsWithOverrides(sections).filter((name) => name !== 'default')
  return others.sort()[0] ?? zones[0]?.zone ?? 'default'
}
