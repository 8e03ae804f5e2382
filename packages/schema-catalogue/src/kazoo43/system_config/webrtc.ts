import type { KazooSchema } from '../../kazoo-schema.ts'

export const webrtc: KazooSchema = {
  _id: 'system_config.webrtc',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    url: { type: 'string' },
  },
}
