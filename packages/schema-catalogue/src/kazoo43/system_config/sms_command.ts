import type { KazooSchema } from '../../kazoo-schema.ts'

export const smsCommand: KazooSchema = {
  _id: 'system_config.sms_command',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    application_timeout: { type: 'integer', default: 500000 },
    collect_timeout: { type: 'integer', default: 60000 },
    message_timeout: { type: 'integer', default: 60000 },
  },
}
