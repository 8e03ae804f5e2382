import type { KazooSchema } from '../../kazoo-schema.ts'

export const numberManagerDashE911: KazooSchema = {
  _id: 'system_config.number_manager.dash_e911',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
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
