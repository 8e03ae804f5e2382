export const schema = {
  properties: {
    acl_request_timeout_fudge_ms: { type: 'integer', default: 100 },
    acl_request_timeout_ms: { type: 'integer', default: 2000 },
  },
}
