import type { KazooSchema } from '../../kazoo-schema.ts'

export const epmd: KazooSchema = {
  _id: 'system_config.epmd',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    check_every_s: { type: 'integer', default: 60 },
  },
}
