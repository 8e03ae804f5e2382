import type { KazooSchema } from '../../kazoo-schema.ts'

export const konamiPro: KazooSchema = {
  _id: 'system_config.konami_pro',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    route_win_timeout: { type: 'integer', default: 3000 },
  },
}
