export const schema = {
  properties: {
    allow_postpay: { type: 'boolean', default: false, support_level: 'supported' },
    allow_prepay: { type: 'boolean', default: true, support_level: 'supported' },
    authz_resource_types: { type: 'array', default: [], support_level: 'beta', items: { type: 'string' } },
    burst_trunks: { type: 'integer', default: 0, minimum: -1, support_level: 'supported' },
    calls: { type: 'integer', minimum: 0, support_level: 'beta' },
    enabled: { type: 'boolean', default: true, support_level: 'supported' },
    inbound_trunks: { type: 'integer', default: 0, minimum: -1, support_level: 'supported' },
    max_postpay_ammount: { type: 'integer', default: 0, minimum: 0, support_level: 'supported' },
    outbound_trunks: { type: 'integer', default: 0, minimum: -1, support_level: 'supported' },
    reserve_ammount: { type: 'integer', default: 0, minimum: 0, support_level: 'supported' },
    resource_consuming_calls: { type: 'integer', minimum: 0, support_level: 'beta' },
    soft_limit_inbound: { type: 'boolean', default: false, support_level: 'supported' },
    soft_limit_outbound: { type: 'boolean', default: false, support_level: 'supported' },
    twoway_trunks: { type: 'integer', default: 0, minimum: -1, support_level: 'supported' },
  },
}
