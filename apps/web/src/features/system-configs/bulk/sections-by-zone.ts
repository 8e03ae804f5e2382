import { type KnownNode, sectionKind } from '@strata/layered-config'

/** A zone and its nodes; without a name those whose zone nobody knows. */
export interface ZoneSections {
  readonly zone: string | undefined
  readonly nodes: readonly string[]
}

/** The zones and nodes among the names of sections, and those that are known, by zone; all sorted. */
export function sectionsByZone(
  names: readonly string[],
  known: readonly { name: string; zone: string | null }[],
): ZoneSections[] {
  const nodes = new Map<string, KnownNode['zone']>(known.map(({ name, zone }) => [name, zone ?? undefined]))
  const zones = new Set([...nodes.values()].filter((zone) => zone !== undefined))
  for (const name of names) {
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

/** A zone as far as it is found. */
export interface FoundZone extends ZoneSections {
  /** Whether the zone's own section is found. */
  readonly hasSection: boolean
}

/** What a text finds: names that hold each of its words. A zone's name stands for its nodes, too. */
export function findZones(zones: readonly ZoneSections[], text: string): FoundZone[] {
  const words = text.toLowerCase().split(/\s+/)
  const fits = (name: string) => words.every((word) => name.toLowerCase().includes(word))
  return zones
    .map(({ zone, nodes }) => {
      const hasSection = zone !== undefined && fits(zone)
      return { zone, hasSection, nodes: nodes.filter((name) => hasSection || fits(name)) }
    })
    .filter(({ hasSection, nodes }) => hasSection || nodes.length > 0)
}
