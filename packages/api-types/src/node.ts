import type { JsonValue } from '@strata/json'

/** What a node, or the nodes of a zone, have at a key while they run. */
export type NodeReading =
  | {
      layer: 'default' | 'zone' | 'node'
      /** Redacted for browsers; past 400 characters cut to a text with the digest of the whole. */
      value: JsonValue
      /** The zone that it holds for, where that matters and nobody knows the zone; null: none with a section. */
      if_zone?: string | null
    }
  | { layer: 'built-in'; if_zone?: string | null }

/** A key at which a node reads something else than the schema says, or which it sets itself. */
export type NodeSetting = {
  /** The key as the schema spells it. */
  pointer: string
  /** One where it is sure; several where they depend on a zone that nobody knows. */
  readings: NodeReading[]
  /** What the node's own section stores; absent where nothing. */
  own?: JsonValue
  /** What the schema says of KAZOO's built-in value; absent where it says nothing. */
  schema_default?: JsonValue
  /** Whether what is read differs from that. Absent: no. */
  deviates?: true
}

export type NodeCategory = {
  category: string
  revision: string
  settings: NodeSetting[]
  /** How many more there are than are listed. */
  left_out: number
}

/**
 * `GET /console/nodes/{node}?zone=z2`: everything that a node reads otherwise than the schema says, over all categories.
 * A node need not run, nor be known. The name of a zone asks for its nodes that set nothing themselves.
 */
export type NodeDetail = {
  name: string
  kind: 'node' | 'zone'
  /** The zone that is counted with; null where nobody knows it. */
  zone: string | null
  /** Who says so: the topology, the one who asks (`zone` in the query), nobody. */
  zone_is: 'assigned' | 'supposed' | 'unknown'
  /** What the topology says; null where it says nothing. */
  assigned_zone: string | null
  /** Whether the topology has it, or any section of that name is stored. */
  is_known: boolean
  /** Every zone that is known. */
  zones: string[]
  categories: NodeCategory[]
}
