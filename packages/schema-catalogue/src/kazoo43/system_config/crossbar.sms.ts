import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarSms: KazooSchema = {
  _id: 'system_config.crossbar.sms',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    api_e164_convert_from: { type: 'boolean', default: false },
    api_e164_convert_to: { type: 'boolean', default: false },
  },
}
