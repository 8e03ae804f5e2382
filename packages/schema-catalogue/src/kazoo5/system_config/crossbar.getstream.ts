import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarGetstream: KazooSchema = {
  _id: 'system_config.crossbar.getstream',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: { api_key: { type: 'string' }, secret: { type: 'string', default: '' } },
}
