/** What the address of the topology says beside its path. */
export interface TopologySearch {
  /** The filter's text: part of a node's name, or of a zone's. */
  q?: string
  only?: 'unplaced' | 'unsaved'
}

/** Reads the search of an address. What it does not know is left out. */
export function readTopologySearch({ q, only }: Record<string, unknown>): TopologySearch {
  return {
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(only === 'unplaced' || only === 'unsaved' ? { only } : {}),
  }
}

/** Link to the topology: which node is in which zone. */
export function toTopology(search: TopologySearch = {}) {
  return { to: '/topology', search } as const
}
