/** A node that Strata knows, and the zone it is in. */
export type TopologyNode = {
  name: string
  /** Null: a known node whose zone nobody knows. */
  zone: string | null
  /** Who says so: the operator, or the cluster itself. */
  source: 'assigned' | 'announced'
}

/** `GET /console/topology` and the answer to a write. */
export type TopologyDetail = {
  /** Base of the next write; null where nothing was ever assigned. */
  revision: string | null
  /** Sorted by name. */
  nodes: TopologyNode[]
}

/** `data` of `POST /console/topology`: replaces everything the operator assigned. */
export type TopologyWrite = {
  /** Null when nothing was assigned. Another revision answers 409. */
  base_revision: string | null
  /** Node → zone; null for a node whose zone is not known. At most 5,000. */
  nodes: Record<string, string | null>
}
