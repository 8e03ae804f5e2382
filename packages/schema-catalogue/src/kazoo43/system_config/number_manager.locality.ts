import type { KazooSchema } from '../../kazoo-schema.ts'

export const numberManagerLocality: KazooSchema = {
  _id: 'system_config.number_manager.locality',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    url: { type: 'string' },
  },
}
