import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarMedia: KazooSchema = {
  _id: 'system_config.crossbar.media',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    normalization_format: { type: 'string', default: 'mp3' },
    normalize_media: { type: 'boolean', default: false },
  },
}
