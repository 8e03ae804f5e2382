import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarPhoneNumbers: KazooSchema = {
  _id: 'system_config.crossbar.phone_numbers',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_country: { type: 'string', default: 'US' },
    phonebook_url: { type: 'string' },
  },
}
