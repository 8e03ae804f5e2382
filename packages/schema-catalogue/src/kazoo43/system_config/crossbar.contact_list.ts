import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarContactList: KazooSchema = {
  _id: 'system_config.crossbar.contact_list',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_includes: { type: 'array', default: [], items: { type: 'object' } },
  },
}
