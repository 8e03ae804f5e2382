export const schema = {
  properties: {
    debug: { type: 'boolean', default: false },
    enable_provisioning: { type: 'boolean', default: true },
    monthly_recurring_cost: { type: 'number', default: 1 },
    sandbox_provisioning: { type: 'boolean', default: false },
    should_filter_rates: { type: 'boolean', default: false },
    should_keep_best_effort: { type: 'boolean', default: false },
    token: { type: 'string' },
    upfront_cost: { type: 'number', default: 1 },
    user: { type: 'string' },
  },
}
