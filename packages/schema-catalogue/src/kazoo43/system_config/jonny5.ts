export const schema = {
  properties: {
    check_service_standing: { type: 'boolean', default: true },
    default_allow_postpay: { type: 'boolean' },
    default_inbound_trunks: { type: 'integer' },
    default_max_postpay_amount: { type: 'number' },
    default_twoway_trunks: { type: 'integer' },
    flat_rate_blacklist: {
      type: 'string',
      default:
        '^\\+1(684|264|268|242|246|441|284|345|767|809|829|849|473|671|876|664|670|787|939|869|758|784|721|868|649|340|900|800|888|877|866|855|844)\\d{7}$',
    },
    flat_rate_whitelist: { type: 'string', default: '^\\+1\\d{10}$' },
    resource_flat_rate_lookup: { type: 'boolean', default: false },
    service_standing_cache_acceptable: { type: 'boolean', default: true },
    service_standing_cache_expiration_s: { type: 'integer', default: 1800 },
  },
}
