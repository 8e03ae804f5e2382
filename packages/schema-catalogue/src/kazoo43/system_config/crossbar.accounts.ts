export const schema = {
  properties: {
    account_realm_suffix: { type: 'string', default: 'sip.2600hz.com' },
    allow_move: { type: 'string', default: 'superduper_admin' },
    allow_sibling_listing: { type: 'boolean', default: true },
    default_parent: { type: 'string', default: '' },
    ensure_unique_name: { type: 'boolean', default: true },
    expose_api_key: { type: 'boolean', default: false },
    new_account_notify_delay_s: { type: 'integer', default: 30 },
    random_realm_strength: { type: 'integer', default: 3 },
    trial_time: { type: 'integer', default: 1209600 },
  },
}
