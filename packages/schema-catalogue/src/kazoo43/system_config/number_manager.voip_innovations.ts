export const schema = {
  properties: {
    debug: { type: 'boolean', default: false },
    enable_provisioning: { type: 'boolean', default: true },
    endpoint_group: { type: 'string', default: '' },
    login: { type: 'string', default: '' },
    password: { type: 'string', default: '' },
    sandbox_provisioning: { type: 'boolean', default: false },
  },
}
