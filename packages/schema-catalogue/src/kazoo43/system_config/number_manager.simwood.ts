import type { KazooSchema } from '../../kazoo-schema.ts'

export const numberManagerSimwood: KazooSchema = {
  _id: 'system_config.number_manager.simwood',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    auth_password: { type: 'string', default: '' },
    auth_username: { type: 'string', default: '' },
    numbers_api_url: { type: 'string', default: 'https://api.simwood.com/v3/numbers' },
    simwood_account_id: { type: 'string', default: '' },
  },
}
