import type { KazooSchema } from '../../kazoo-schema.ts'

export const numberManagerVoipInnovations: KazooSchema = {
  _id: 'system_config.number_manager.voip_innovations',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    debug: { type: 'boolean', default: false },
    enable_provisioning: { type: 'boolean', default: true },
    endpoint_group: { type: 'string', default: '' },
    login: { type: 'string', default: '' },
    password: { type: 'string', default: '' },
    sandbox_provisioning: { type: 'boolean', default: false },
  },
}
