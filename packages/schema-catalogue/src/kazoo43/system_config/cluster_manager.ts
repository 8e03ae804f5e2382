import type { KazooSchema } from '../../kazoo-schema.ts'

export const clusterManager: KazooSchema = {
  _id: 'system_config.cluster_manager',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    url: { type: 'string' },
  },
}
