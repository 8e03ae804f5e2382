export const schema = {
  properties: {
    api_url: { type: 'string' },
    app_exchange_url: { type: 'string' },
    cluster_secret: { type: 'string' },
    enabled: { type: 'boolean', default: false },
    fetch_timer_s: { type: 'integer', default: 3600 },
    http_timeout_s: { type: 'integer', default: 120 },
    is_aio_cluster: { type: 'boolean', default: false },
    marketplace_url: { type: 'string' },
    ui_wrapper_route_path: { type: 'string', default: 'ui' },
    use_tcp: { type: 'boolean', default: false },
  },
}
