export const schema = {
  properties: {
    media_proxy_password: { type: 'string' },
    media_proxy_username: { type: 'string' },
    proxy_listeners: { type: 'integer', default: 25 },
    proxy_port: { type: 'integer', default: 34512 },
    proxy_ssl_port: { type: 'integer', default: 34513 },
    send_timeout_ms: { type: 'integer', default: 5000 },
    should_authenticated_media_proxy: { type: 'boolean', default: false },
    ssl_cert: { type: 'string' },
    ssl_key: { type: 'string' },
    ssl_password: { type: 'string', default: '' },
    use_plaintext: { type: 'boolean', default: true },
    use_ssl: { type: 'boolean', default: false },
  },
}
