export const schema = {
  properties: {
    agent_info_fields: {
      type: 'array',
      default: ['first_name', 'last_name', 'username', 'email'],
      items: { type: 'string' },
    },
    archive_period_ms: { type: 'integer', default: 60000 },
    archive_window_s: { type: 'integer', default: 3600 },
    cleanup_period_ms: { type: 'integer', default: 360000 },
    cleanup_window_s: { type: 'integer', default: 86400 },
    default_agent_pause_timeout: { type: 'integer', default: 600 },
    max_connect_failures: { type: 'integer', default: 3 },
    max_result_set: { type: 'integer', default: 25 },
    queue_collect_resp_timeout: { type: 'integer', default: 2000 },
    queue_worker_count: { type: 'integer', default: 5 },
    stats_query_limits_enabled: { type: 'boolean', default: true },
  },
}
