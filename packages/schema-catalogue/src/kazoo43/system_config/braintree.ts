export const schema = {
  properties: {
    client_token_version: { type: 'string', default: '2' },
    debug: { type: 'boolean', default: false },
    default_environment: { type: 'string', default: '' },
    default_merchant_id: { type: 'string', default: '' },
    default_private_key: { type: 'string', default: '' },
    default_public_key: { type: 'string', default: '' },
    max_amount: { type: 'number', default: 200 },
    min_amount: { type: 'number', default: 5 },
    should_prorate: { type: 'boolean', default: true },
  },
}
