import type { KazooSchema } from '../../kazoo-schema.ts'

export const accounts: KazooSchema = {
  _id: 'system_config.accounts',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    allow_subaccounts_for_direct: { type: 'boolean', default: true },
    default_timezone: { type: 'string', default: 'America/Los_Angeles' },
    master_account_id: { type: 'string' },
  },
}
