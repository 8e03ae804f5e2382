import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarResources: KazooSchema = {
  _id: 'system_config.crossbar.resources',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    allow_peers: { type: 'boolean', default: false },
    job_recovery_threshold_s: { type: 'integer', default: 3600 },
    job_recovery_timeout_s: { type: 'integer', default: 21600 },
  },
}
