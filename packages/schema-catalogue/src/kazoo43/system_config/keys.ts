import type { KazooSchema } from '../../kazoo-schema.ts'

export const keys: KazooSchema = {
  _id: 'system_config.keys',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    voicemail: { $ref: 'voicemail_keys' },
  },
}
