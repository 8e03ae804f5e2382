import type { KazooSchema } from '../../kazoo-schema.ts'

export const webhooksObject: KazooSchema = {
  _id: 'system_config.webhooks.object',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    include_fields: {
      type: 'object',
      properties: {
        default: { type: 'array', default: ['pvt_auth_account_id', 'pvt_auth_user_id'], items: { type: 'string' } },
      },
      patternProperties: { '.+': { type: 'array', default: [], items: { type: 'string' } } },
    },
  },
}
