import type { KazooSchema } from '../../kazoo-schema.ts'

export const numberManagerVoxbone: KazooSchema = {
  _id: 'system_config.number_manager.voxbone',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    api_password: { type: 'string', default: '' },
    api_username: { type: 'string', default: '' },
    environment: { type: 'string', default: 'sandbox', enum: ['sandbox', 'production', 'beta'] },
    max_page_size: { type: 'integer', default: 20 },
  },
}
