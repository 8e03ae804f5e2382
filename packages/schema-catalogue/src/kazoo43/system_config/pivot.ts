import type { KazooSchema } from '../../kazoo-schema.ts'

export const pivot: KazooSchema = {
  _id: 'system_config.pivot',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    request_timeout_ms: { type: 'integer', default: 5000 },
    tts_texts_size: { type: 'integer', default: 4000 },
  },
}
