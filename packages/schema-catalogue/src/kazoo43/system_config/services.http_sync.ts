export const schema = {
  properties: {
    authorization_header: { type: 'string', default: '' },
    connect_timeout_ms: { type: 'integer', default: 10000 },
    http_url: { type: 'string', default: '' },
  },
}
