import type { KazooSchema } from '../../kazoo-schema.ts'

export const callflowHotdesk: KazooSchema = {
  _id: 'system_config.callflow.hotdesk',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    max_hotdesk_id_length: { type: 'integer', default: 10 },
    max_login_attempts: { type: 'integer', default: 3 },
    max_pin_length: { type: 'integer', default: 6 },
  },
}
