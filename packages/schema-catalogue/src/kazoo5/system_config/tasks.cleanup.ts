import type { KazooSchema } from '../../kazoo-schema.ts'

export const tasksCleanup: KazooSchema = {
  _id: 'system_config.tasks.cleanup',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
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
