import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyPorted: KazooSchema = {
  _id: 'system_config.notify.ported',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_to: { default: '', oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    send_from_admin_email: { type: 'boolean', default: true },
  },
}
