import type { KazooSchema } from '../../kazoo-schema.ts'

export const numberManagerBandwidth2: KazooSchema = {
  _id: 'system_config.number_manager.bandwidth2',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    account_id: { type: 'string', default: '' },
    api_password: { type: 'string', default: '' },
    api_username: { type: 'string', default: '' },
    debug: { type: 'boolean', default: false },
    enable_provisioning: { type: 'boolean', default: true },
    max_search_quantity: { type: 'integer', default: 500, minimum: 1 },
    order_name_prefix: { type: 'string', default: 'Kazoo' },
    sandbox_provisioning: { type: 'boolean', default: true },
    sip_peer: { type: 'string', default: '' },
    site_id: { type: 'string', default: '' },
  },
}
