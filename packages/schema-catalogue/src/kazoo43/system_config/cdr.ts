export const schema = {
  properties: {
    ignore_apps: { type: 'array', default: ['milliwatt'], items: { type: 'string' } },
    ignore_loopback_bowout: { type: 'boolean', default: true },
    refresh_view_enabled: { type: 'boolean', default: false },
    refresh_view_threshold: { type: 'integer', default: 10 },
    refresh_view_timeout: { type: 'integer', default: 900 },
    store_anonymous: { type: 'boolean', default: false },
    v3_migrate_num_months: { type: 'integer', default: 4 },
  },
}
