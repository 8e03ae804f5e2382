import type { KazooSchema } from '../../kazoo-schema.ts'

export const servicesHttpSync: KazooSchema = {
  _id: 'system_config.services.http_sync',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    authorization_header: { type: 'string', default: '' },
    connect_timeout_ms: { type: 'integer', default: 10000 },
    http_url: { type: 'string', default: '' },
  },
}
