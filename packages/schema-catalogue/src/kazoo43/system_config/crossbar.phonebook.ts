import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarPhonebook: KazooSchema = {
  _id: 'system_config.crossbar.phonebook',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    enabled: { type: 'boolean', default: false },
    phonebook_url: { type: 'string' },
  },
}
