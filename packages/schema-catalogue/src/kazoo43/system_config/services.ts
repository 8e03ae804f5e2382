export const schema = {
  properties: {
    cascade_commits_to_master_account: { type: 'boolean', default: true },
    debug_services_quantities: { type: 'boolean', default: false },
    default_allow_updates: { type: 'boolean', default: true },
    enforce_good_standing: { type: 'boolean', default: false },
    get_items_from_quantities: { type: 'boolean' },
    hydrate_cascade_commits: { type: 'boolean', default: true },
    master_account_bookkeeper: { type: 'string', default: 'kz_bookkeeper_local' },
    merge_strategy_priority: { type: 'object', default: { cumulative: 20, recursive: 25, simple: 10 } },
    modules: { type: 'array', items: { type: 'string' } },
    reseller_bookkeeper_lookup: { type: 'boolean', default: false },
    scan_rate: { type: 'integer', default: 20000 },
    should_save_master_audit_logs: { type: 'boolean', default: false },
    support_billing_id: { type: 'boolean', default: true },
    sync_buffer_period: { type: 'integer', default: 600 },
    sync_services: { type: 'boolean', default: false },
  },
}
