export const changes = {
  properties: {
    call_recording: { properties: { default_user_metadata: { type: 'object' } } },
    proxy_store_retry_attempts: { type: 'integer', default: 1 },
    proxy_store_retry_enabled: { type: 'boolean', default: false },
    proxy_store_retry_job_interval_s: { type: 'integer', default: 10 },
    proxy_store_retry_max_parallel: { type: 'integer', default: 10 },
    proxy_store_retry_method: { type: 'string', default: 'local file' },
    proxy_store_retry_period_s: { type: 'integer', default: 86400 },
    proxy_store_retry_scan_period_s: { type: 'integer', default: 600 },
    proxy_store_retry_tmp_dir: { type: 'string', default: '/tmp' },
    proxy_store_status_update_enabled: { type: 'boolean', default: false },
  },
}
