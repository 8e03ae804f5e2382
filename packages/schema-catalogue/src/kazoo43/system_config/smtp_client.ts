export const schema = {
  properties: {
    auth: { type: 'string', default: 'never' },
    no_mx_lookups: { type: 'boolean', default: true },
    password: { type: 'string', default: '' },
    port: { type: 'integer', default: 25 },
    relay: { type: 'string', default: 'localhost' },
    retries: { type: 'integer', default: 1 },
    send_timeout_ms: { type: 'integer', default: 10000, minimum: 1 },
    tls: { type: 'string' },
    use_ssl: { type: 'boolean', default: false },
    username: { type: 'string', default: '' },
  },
}
