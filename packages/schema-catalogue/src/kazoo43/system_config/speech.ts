import type { KazooSchema } from '../../kazoo-schema.ts'

export const speech: KazooSchema = {
  _id: 'system_config.speech',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    asr_api_key: { type: 'string', default: '' },
    asr_locale: { type: 'string', default: 'en-us' },
    asr_mime_type: { type: 'string', default: 'application/wav' },
    asr_preferred_content_type: { type: 'string', default: 'application/wav' },
    asr_provider: { type: 'string', default: 'ispeech' },
    asr_url: { type: 'string', default: 'http://api.ispeech.org/api/json' },
    temporary_storage_path: { type: 'string', default: '/tmp' },
    tts_api_key: { type: 'string', default: '' },
    tts_args_encode: { type: 'string', default: 'multipart' },
    tts_cache: { type: 'integer', default: 3600000 },
    tts_end_padding: { type: 'integer', default: 0 },
    tts_language: { type: 'string', default: 'en-us' },
    tts_provider: { type: 'string', default: 'flite' },
    tts_speed: { type: 'integer', default: 0 },
    tts_start_padding: { type: 'integer', default: 1 },
    tts_url_ispeech: { type: 'string', default: 'http://api.ispeech.org/api/json' },
    tts_url_voicefabric: { type: 'string', default: 'https://voicefabric.ru/WSServer/ws/tts' },
    tts_voice: { type: 'string', default: 'male' },
  },
}
