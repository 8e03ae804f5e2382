import type { KazooSchema } from '../../kazoo-schema.ts'

export const camper: KazooSchema = {
  _id: 'system_config.camper',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    stop_after: { type: 'integer', default: 31 },
    timeout: { type: 'integer', default: 15 },
    tries: { type: 'integer', default: 10 },
    try_interval: { type: 'integer', default: 3 },
  },
}
