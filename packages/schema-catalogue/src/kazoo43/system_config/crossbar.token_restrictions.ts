import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarTokenRestrictions: KazooSchema = {
  _id: 'system_config.crossbar.token_restrictions',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    _: { type: 'object' },
    default_priv_level: { type: 'string', default: 'admin' },
  },
}
