export const schema = {
  properties: {
    attempt_failure_count: { type: 'integer', default: 6 },
    attempt_failure_expiry_ms: { type: 'integer', default: 60000 },
    connect_timeout_ms: { type: 'integer', default: 10000 },
    disable_disabler: { type: 'boolean', default: false },
    log_successful_attempts: { type: 'boolean', default: false },
    object_types: { type: 'array', items: { type: 'string' } },
  },
}
