import type { KazooSchema } from '../../kazoo-schema.ts'

export const servers: KazooSchema = {
  _id: 'system_config.servers',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    clock_timezone: { type: 'string', default: 'UTC' },
  },
}
