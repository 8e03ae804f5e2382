export const schema = {
  properties: {
    debug: { type: 'boolean', default: false },
    developer_key: { type: 'string', default: '' },
    enable_provisioning: { type: 'boolean', default: true },
    endpoints: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    numbers_api_url: { type: 'string', default: 'https://api.bandwidth.com/public/v2/numbers.api' },
    order_name_prefix: { type: 'string', default: 'Kazoo' },
    sandbox_provisioning: { type: 'boolean', default: true },
  },
}
