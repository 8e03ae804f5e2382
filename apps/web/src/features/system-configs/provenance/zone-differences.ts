import { deepEqual, getAt, isJsonObject } from '@strata/json'
import { type Category, effectiveSection, leaves, runtimeLookup, sectionKind } from '@strata/layered-config'

/**
 * For a node's section the zones in which it would read something else than the API's effective value, and how many
 * values. The API leaves the zone out; a running node asks it before `default`.
 * - only `known`, where the node's zone is known
 */
export function zoneDifferences(
  category: Category,
  section: string,
  known?: string,
): { zone: string; count: number }[] {
  if (sectionKind(section) !== 'node') return []
  const effective = effectiveSection(category, section)
  return Object.entries(category.sections).flatMap(([zone, values]) => {
    if (sectionKind(zone) !== 'zone' || zone !== (known ?? zone) || !isJsonObject(values)) return []
    const count = leaves(values).filter(({ pointer }) => {
      const answer = runtimeLookup(category.sections, { node: section, zone, pointer })
      return answer !== undefined && !deepEqual(answer.value, getAt(effective, pointer) ?? null)
    }).length
    return count === 0 ? [] : [{ zone, count }]
  })
}
