import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarAcdcCallStats: KazooSchema = {
  _id: 'system_config.crossbar.acdc_call_stats',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    maximum_bulk: { type: 'integer', default: 50, minimum: 1 },
    maximum_range: { type: 'integer', default: 2682000 },
  },
}
