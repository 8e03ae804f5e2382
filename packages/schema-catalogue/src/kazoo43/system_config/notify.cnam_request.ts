import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyCnamRequest: KazooSchema = {
  _id: 'system_config.notify.cnam_request',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_to: { default: '', oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  },
}
