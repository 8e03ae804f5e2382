import type { KazooSchema } from '../../kazoo-schema.ts'

export const omnipresence: KazooSchema = {
  _id: 'system_config.omnipresence',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    dialog_subscribed_mwi_prefix: { type: 'string', default: '*98' },
    expire_check_ms: { type: 'integer', default: 1000 },
    expires_fudge_s: { type: 'integer', default: 20 },
    subscriptions_sync_enabled: { type: 'boolean', default: false },
  },
}
