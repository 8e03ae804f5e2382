import type { KazooSchema } from '../../kazoo-schema.ts'

export const kazooWeb: KazooSchema = {
  _id: 'system_config.kazoo_web',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    client: {
      properties: {
        blacklist: {
          properties: {
            cidrs: { type: 'array', default: ['127.0.0.1/32', '0.0.0.0/32'], items: { type: 'string' } },
            hosts: { type: 'array', default: ['localhost'], items: { type: 'string' } },
          },
        },
      },
    },
  },
}
