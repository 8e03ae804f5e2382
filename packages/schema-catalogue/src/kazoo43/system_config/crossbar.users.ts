import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarUsers: KazooSchema = {
  _id: 'system_config.crossbar.users',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    generate_password_if_empty: { type: 'boolean', default: false },
    generate_username_if_empty: { type: 'boolean', default: true },
    reset_identity_secret_on_rehash: { type: 'boolean', default: true },
  },
}
