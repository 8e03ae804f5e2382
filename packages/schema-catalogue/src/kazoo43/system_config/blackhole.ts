export const schema = {
  properties: {
    acceptors: { type: 'integer', default: 100 },
    autoload_modules: {
      type: 'array',
      default: [
        'bh_token_auth',
        'bh_call',
        'bh_object',
        'bh_fax',
        'bh_conference',
        'bh_events',
        'bh_authz_subscribe',
        'bh_presence',
      ],
      items: { type: 'string' },
    },
    bindings: {
      type: 'object',
      patternProperties: {
        '[a-z_]+': { type: 'array', items: { type: 'string' } },
      },
    },
    compress_response_body: { type: 'boolean', default: true },
    ip: { type: 'string' },
    max_connections_per_ip: { type: 'integer' },
    port: { type: 'integer', default: 5555 },
    request_timeout_ms: { type: 'integer', default: 10000 },
    ssl_ca_cert: { type: 'string' },
    ssl_cert: { type: 'string' },
    ssl_key: { type: 'string' },
    ssl_password: { type: 'string', default: '' },
    ssl_port: { type: 'integer', default: 5556 },
    ssl_workers: { type: 'integer', default: 100 },
    url: { type: 'string' },
    use_plaintext: { type: 'boolean', default: true },
    use_ssl: { type: 'boolean', default: false },
  },
}
