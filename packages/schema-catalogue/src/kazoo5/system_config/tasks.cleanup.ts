export const schema = {
  properties: {
    cleanup_dbs: {
      type: 'object',
      default: {
        classifications: ['account', 'modb', 'yodb', 'ratedeck', 'resource_selectors'],
        databases: [
          'alerts',
          'accounts',
          'system_config',
          'system_data',
          'functions',
          'system_media',
          'offnet',
          'port_requests',
          'sip_auth',
          'webhooks',
        ],
      },
    },
  },
}
