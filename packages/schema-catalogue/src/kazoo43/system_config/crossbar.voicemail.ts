import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarVoicemail: KazooSchema = {
  _id: 'system_config.crossbar.voicemail',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    normalization_format: { type: 'string', default: 'mp3' },
    normalize_media: { type: 'boolean', default: false },
    transcribe_format: { type: 'string' },
  },
}
