import type { KazooSchema } from '../../kazoo-schema.ts'

export const registrar: KazooSchema = {
  _id: 'system_config.registrar',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    device_enabled_default: { type: 'boolean', default: true },
    listeners: { type: 'integer', default: 1 },
    owner_enabled_default: { type: 'boolean', default: true },
    use_aggregate: { type: 'boolean', default: true },
  },
}
