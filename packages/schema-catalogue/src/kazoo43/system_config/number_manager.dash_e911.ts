export const schema = {
  properties: {
    auth_password: { type: 'string', default: '' },
    auth_username: { type: 'string', default: '' },
    debug: { type: 'boolean', default: false },
    emergency_provisioning_url: {
      type: 'string',
      default: 'https://service.dashcs.com/dash-api/xml/emergencyprovisioning/v1',
    },
  },
}
