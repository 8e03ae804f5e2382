import type { ClusterOptions } from './sample-cluster.ts'

/** Clusters that tests and benchmarks speak of. The large ones have databases for 200 of their accounts only. */
export const clusterSizes = {
  small: { zones: 3, nodes: 12, accounts: 40 },
  '1,000': { zones: 3, nodes: 12, accounts: 1000, accountDatabases: 200 },
  '10,000': { zones: 3, nodes: 12, accounts: 10_000, accountDatabases: 200 },
  '100,000': { zones: 3, nodes: 12, accounts: 100_000, accountDatabases: 200 },
} as const satisfies Record<string, Partial<ClusterOptions>>

export type ClusterSize = keyof typeof clusterSizes
