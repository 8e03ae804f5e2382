import type { KazooSchema } from '../../kazoo-schema.ts'

export const registrarAuthType: KazooSchema = {
  _id: 'system_config.registrar.auth_type',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    allow: { type: 'array', default: [], items: { type: 'string' } },
    deny: { type: 'array', default: [], items: { type: 'string' } },
  },
}
