import type { KazooSchema } from '../../kazoo-schema.ts'

export const numberManagerVitelity: KazooSchema = {
  _id: 'system_config.number_manager.vitelity',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    api_uri: { type: 'string', default: 'http://api.vitelity.net/api.php' },
    routesip: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    use_stepswitch_cnam: { type: 'boolean', default: false },
  },
}
