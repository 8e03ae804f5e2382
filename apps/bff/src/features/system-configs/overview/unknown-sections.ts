import type { SweepKind } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { emptySections, type KnownNode, sectionKind } from '@strata/layered-config'

export interface UnknownSection {
  readonly section: string
  readonly kind: Extract<SweepKind, 'unknown-node' | 'unknown-zone'>
}

/**
 * Sections, those that are empty left out, that no known node reads by its name or its zone's.
 * - where no node is known, every one may be there; where the zone of a node is not known, it may be in any
 */
export function unknownSections(sections: JsonObject, nodes: readonly KnownNode[]): UnknownSection[] {
  if (nodes.length === 0) return []
  const names = new Set(nodes.map(({ name }) => name))
  const zones = new Set(nodes.map(({ zone }) => zone))
  const empties = new Set(emptySections(sections))
  return Object.keys(sections).flatMap((section): UnknownSection[] => {
    if (empties.has(section)) return []
    const kind = sectionKind(section)
    if (kind === 'node') return names.has(section) ? [] : [{ section, kind: 'unknown-node' }]
    if (kind === 'default' || zones.has(undefined) || zones.has(section)) return []
    return [{ section, kind: 'unknown-zone' }]
  })
}
