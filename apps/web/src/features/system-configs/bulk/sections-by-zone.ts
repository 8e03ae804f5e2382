import { type KnownNode, type Sections, sectionKind } from '@strata/layered-config'

/** A zone and its nodes; without a name those whose zone nobody knows. */
export interface ZoneSections {
  readonly zone: string | undefined
  readonly nodes: readonly string[]
}

/** The zones and nodes that a category has sections of, and those that are known, by zone; all sorted. */
export function sectionsByZone(
  sections: Sections,
  known: readonly { name: string; zone: string | null }[],
): ZoneSections[] {
  const nodes = new Map<string, KnownNode['zone']>(known.map(({ name, zone }) => [name, zone ?? undefined]))
  const zones = new Set([...nodes.values()].filter((zone) => zone !== undefined))
  for (const name of Object.keys(sections)) {
    const kind = sectionKind(name)
    if (kind === 'zone') zones.add(name)
    if (kind === 'node' && !nodes.has(name)) nodes.set(name, undefined)
  }
  const nodesOf = (wanted: string | undefined) =>
    [...nodes].flatMap(([name, zone]) => (zone === wanted ? [name] : [])).sort()
  const placed = [...zones].sort().map((zone) => ({ zone, nodes: nodesOf(zone) }))
  const unplaced = nodesOf(undefined)
  return unplaced.length === 0 ? placed : [...placed, { zone: undefined, nodes: unplaced }]
}
