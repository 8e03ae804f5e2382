import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarNotifications: KazooSchema = {
  _id: 'system_config.crossbar.notifications',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    inherit_default_values: { type: 'boolean', default: false },
    notification_timeout_ms: { type: 'integer', default: 5000 },
  },
}
