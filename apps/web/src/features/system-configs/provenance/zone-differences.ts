import { type Category, leafFacts, leaves, type SectionReader, sectionValues } from '@strata/layered-config'

/**
 * For a node's section the zones in which it would read something else than the API's effective value, and how many
 * values. The API leaves the zone out; a running node asks it before `default`.
 */
export function zoneDifferences(category: Category, reader: SectionReader): { zone: string; count: number }[] {
  if (reader.kind !== 'node') return []
  return reader.zones.flatMap((zone) => {
    if (zone === undefined) return []
    const supposed = { ...reader, zone, zones: [zone] }
    const count = leaves(sectionValues(category.sections, zone)).filter(
      ({ pointer }) => leafFacts({ category, reader: supposed, pointer }).isReadOtherwise,
    ).length
    return count === 0 ? [] : [{ zone, count }]
  })
}
