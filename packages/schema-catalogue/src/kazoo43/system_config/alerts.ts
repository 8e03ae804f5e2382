import type { KazooSchema } from '../../kazoo-schema.ts'

export const alerts: KazooSchema = {
  _id: 'system_config.alerts',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    enabled: { type: 'boolean', default: true },
  },
}
