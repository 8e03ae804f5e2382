import type { KazooSchema } from '../../kazoo-schema.ts'

export const cluster: KazooSchema = {
  _id: 'system_config.cluster',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    cluster_id: { type: 'string' },
    zones: { type: 'object', default: {} },
  },
}
