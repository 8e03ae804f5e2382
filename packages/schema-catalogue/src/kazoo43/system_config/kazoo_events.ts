import type { KazooSchema } from '../../kazoo-schema.ts'

export const kazooEvents: KazooSchema = {
  _id: 'system_config.kazoo_events',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    event_listeners: { type: 'integer', default: 5 },
  },
}
