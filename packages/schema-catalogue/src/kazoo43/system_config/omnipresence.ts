export const schema = {
  properties: {
    dialog_subscribed_mwi_prefix: { type: 'string', default: '*98' },
    expire_check_ms: { type: 'integer', default: 1000 },
    expires_fudge_s: { type: 'integer', default: 20 },
    subscriptions_sync_enabled: { type: 'boolean', default: false },
  },
}
