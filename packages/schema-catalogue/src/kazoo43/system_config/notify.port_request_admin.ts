import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyPortRequestAdmin: KazooSchema = {
  _id: 'system_config.notify.port_request_admin',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_to: {
      oneOf: [
        { type: 'array', items: { type: 'string', format: 'email' } },
        { type: 'string', format: 'email' },
      ],
    },
  },
}
