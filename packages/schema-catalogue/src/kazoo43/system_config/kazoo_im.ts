import type { KazooSchema } from '../../kazoo-schema.ts'

export const kazooIm: KazooSchema = {
  _id: 'system_config.kazoo_im',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    connector: {
      properties: {
        connections: { type: 'object' },
      },
    },
    onnet_listeners: { type: 'integer', default: 1 },
  },
}
