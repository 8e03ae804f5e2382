export const schema = {
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
