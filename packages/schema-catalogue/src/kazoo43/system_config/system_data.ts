import type { KazooSchema } from '../../kazoo-schema.ts'

export const systemData: KazooSchema = {
  _id: 'system_config.system_data',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    allow_validation_overrides: { type: 'boolean', default: false },
  },
}
