import type { KazooSchema } from '../../kazoo-schema.ts'

export const phonebook: KazooSchema = {
  _id: 'system_config.phonebook',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    url: { type: 'string' },
  },
}
