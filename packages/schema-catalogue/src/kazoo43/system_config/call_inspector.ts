import type { KazooSchema } from '../../kazoo-schema.ts'

export const callInspector: KazooSchema = {
  _id: 'system_config.call_inspector',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    startup_parsers: { type: 'object', default: {} },
  },
}
