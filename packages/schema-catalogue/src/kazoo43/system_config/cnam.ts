export const schema = {
  properties: {
    cnam_expires: { type: 'integer', default: 900 },
    disable_normalize: { type: 'boolean', default: false },
    http_accept_header: {
      type: 'string',
      default: 'text/pbx,text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    },
    http_basic_auth_password: { type: 'string', default: '' },
    http_basic_auth_username: { type: 'string', default: '' },
    http_body: { type: 'string', default: '' },
    http_connect_timeout_ms: { type: 'integer', default: 500 },
    http_content_type_header: { type: 'string', default: 'application/json' },
    http_method: { type: 'string', default: 'get' },
    http_token_auth_token: { type: 'string', default: '' },
    http_url: { type: 'string', default: 'https://data.telnyx.com/cnam/v1/caller-information?tn={{phone_number}}' },
    http_user_agent_header: { type: 'string', default: 'Kazoo CNAM' },
  },
}
