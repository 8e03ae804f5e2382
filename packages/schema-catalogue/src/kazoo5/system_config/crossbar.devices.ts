export const changes = {
  properties: {
    always_registered_device_types: {
      type: 'array',
      default: ['application', 'cellphone', 'sip_url', 'landline', 'smartphone'],
      items: { type: 'string' },
    },
    check_sync_event: { type: 'string', default: 'check-sync' },
    not_registrable_device_types: {
      type: 'array',
      default: ['application', 'cellphone', 'sip_url', 'landline', 'smartphone'],
      items: { type: 'string' },
    },
  },
}
