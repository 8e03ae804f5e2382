import type { KazooSchema } from '../../kazoo-schema.ts'

export const whitelabel: KazooSchema = {
  _id: 'system_config.whitelabel',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    domains: { type: 'object' },
  },
}
