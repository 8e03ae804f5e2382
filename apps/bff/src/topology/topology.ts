import type { KnownNode } from '@strata/layered-config'

/** A node that is known, its zone as far as anybody knows it, and who says so. */
export interface TopologyNode extends KnownNode {
  readonly source: 'assigned' | 'announced'
}

/** What the operator assigned, as it is stored. */
export interface Assignments {
  /** Undefined where nothing was ever assigned. */
  readonly revision: string | undefined
  /** By name. */
  readonly zones: ReadonlyMap<string, string | undefined>
}

/** Which nodes the cluster has and which zones they are in. No document of KAZOO says that. */
export interface Topology {
  /** Sorted by name. */
  nodes(): Promise<readonly TopologyNode[]>
  assignments(): Promise<Assignments>
  /** Replaces what was assigned. Throws `conflict` when another revision is stored than the one given. */
  assign(zones: Assignments['zones'], base: string | undefined): Promise<Assignments>
}
