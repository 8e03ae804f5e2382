import type { KazooSchema } from '../../kazoo-schema.ts'

export const yodb: KazooSchema = {
  _id: 'system_config.yodb',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    active_yodbs: { type: 'integer', default: 6 },
    routines: { type: 'array', default: [], items: { type: 'string' } },
  },
}
