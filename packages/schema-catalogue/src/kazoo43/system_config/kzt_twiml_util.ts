import type { KazooSchema } from '../../kazoo-schema.ts'

export const kztTwimlUtil: KazooSchema = {
  _id: 'system_config.kzt_twiml_util',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    max_length: { type: 'integer', default: 3600 },
  },
}
