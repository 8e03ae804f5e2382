import { zoneNames } from './names.ts'

export interface SampleNode {
  /** The name of its section: `kazoo_apps@…` or `ecallmgr@…`. */
  readonly name: string
  readonly zone: string
}

export function sampleZones(count: number): string[] {
  return Array.from({ length: count }, (_, index) => zoneNames[index] ?? `zone${index + 1}`)
}

/** Nodes dealt out to the zones in turn, application servers and media controllers alternating within each zone. */
export function sampleNodes(count: number, zones: readonly string[]): SampleNode[] {
  return Array.from({ length: count }, (_, index) => {
    const zone = zones[index % zones.length] ?? 'local'
    const inZone = Math.floor(index / Math.max(zones.length, 1))
    const [application, host] = inZone % 2 === 0 ? ['kazoo_apps', 'app'] : ['ecallmgr', 'media']
    return { name: `${application}@${host}${Math.floor(inZone / 2) + 1}.${zone}.example.net`, zone }
  })
}
