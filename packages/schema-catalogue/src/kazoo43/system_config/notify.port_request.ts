import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyPortRequest: KazooSchema = {
  _id: 'system_config.notify.port_request',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_from: { type: 'string' },
    default_to: { default: '', oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  },
}
