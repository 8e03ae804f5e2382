import type { KazooSchema } from '../../kazoo-schema.ts'

export const sms: KazooSchema = {
  _id: 'system_config.sms',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    outbound: {
      properties: {
        options: { type: 'object', default: { delivery_mode: 2, mandatory: true } },
      },
    },
  },
}
