import type { KazooSchema } from '../../kazoo-schema.ts'

export const callflowCallForward: KazooSchema = {
  _id: 'system_config.callflow.call_forward',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    callfwd_number_timeout: { type: 'integer', default: 8000 },
    keys: {
      properties: {
        menu_change_number: { type: 'string', default: '2' },
        menu_toggle_option: { type: 'string', default: '1' },
      },
    },
    max_callfwd_number_length: { type: 'integer', default: 20 },
    min_callfwd_number_length: { type: 'integer', default: 3 },
  },
}
