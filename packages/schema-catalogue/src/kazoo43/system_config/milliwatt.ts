import type { KazooSchema } from '../../kazoo-schema.ts'

export const milliwatt: KazooSchema = {
  _id: 'system_config.milliwatt',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    echo: { type: 'object', default: { caller_id: [], number: ['5555555552'] } },
    route_win_timeout: { type: 'integer', default: 3000 },
    tone: {
      type: 'object',
      default: { caller_id: [], number: ['5555555551'] },
      properties: {
        duration: { type: 'integer', default: 30000 },
        frequencies: { type: 'array', default: ['2600'], items: { type: 'string' } },
        frequency_off: { type: 'integer', default: 1000 },
        frequency_on: { type: 'integer', default: 5000 },
      },
    },
  },
}
