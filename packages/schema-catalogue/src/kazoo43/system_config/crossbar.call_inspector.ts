import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarCallInspector: KazooSchema = {
  _id: 'system_config.crossbar.call_inspector',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    maximum_bulk: { type: 'integer', default: 50, minimum: 1 },
  },
}
