import type { KazooSchema } from '../../kazoo-schema.ts'

export const mobile: KazooSchema = {
  _id: 'system_config.mobile',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    url: { type: 'string' },
  },
}
