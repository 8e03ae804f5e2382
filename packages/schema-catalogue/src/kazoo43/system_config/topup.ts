import type { KazooSchema } from '../../kazoo-schema.ts'

export const topup: KazooSchema = {
  _id: 'system_config.topup',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    enable: { type: 'boolean', default: false },
  },
}
