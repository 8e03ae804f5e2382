import type { KazooSchema } from '../../kazoo-schema.ts'

export const ips: KazooSchema = {
  _id: 'system_config.ips',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    zone_name_map: { type: 'object', default: {} },
  },
}
