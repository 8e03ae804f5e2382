import type { KazooSchema } from '../../kazoo-schema.ts'

export const numberManagerOther: KazooSchema = {
  _id: 'system_config.number_manager.other',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_country: { type: 'string', default: 'US' },
    endpoints: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    phonebook_url: { type: 'string' },
  },
}
