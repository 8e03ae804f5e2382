import type { KazooSchema } from '../../kazoo-schema.ts'

export const callflowMenu: KazooSchema = {
  _id: 'system_config.callflow.menu',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    min_greeting_length: { type: 'integer', default: 1500 },
  },
}
