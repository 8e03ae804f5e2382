import type { KazooSchema } from '../../kazoo-schema.ts'

export const auth: KazooSchema = {
  _id: 'system_config.auth',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_multi_factor_provider: { type: 'string', default: 'duo' },
    secret_for_user_signature: { type: 'string' },
    system_key: { type: 'string' },
  },
}
