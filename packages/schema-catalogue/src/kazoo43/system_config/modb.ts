import type { KazooSchema } from '../../kazoo-schema.ts'

export const modb: KazooSchema = {
  _id: 'system_config.modb',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    active_modbs: { type: 'integer', default: 6 },
    routines: { type: 'array', default: [], items: { type: 'string' } },
  },
}
