import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyLowBalance: KazooSchema = {
  _id: 'system_config.notify.low_balance',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_enabled: { type: 'boolean', default: false },
    threshold: { type: 'number', default: 5 },
  },
}
