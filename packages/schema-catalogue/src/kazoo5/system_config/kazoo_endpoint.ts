export const changes = {
  properties: {
    default_call_limits: { type: 'object', default: {} },
    default_caller_id_number: { default: 'anonymous' },
    default_cavs: { type: 'object' },
    default_ccvs: { type: 'object' },
    endpoint_module_version: { type: 'string', default: 'v5' },
  },
}
