import type { KazooSchema } from '../../kazoo-schema.ts'

export const speechIbm: KazooSchema = {
  _id: 'system_config.speech.ibm',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    asr_api_key: { type: 'string' },
    asr_model: { type: 'string', default: 'en-US_NarrowbandModel' },
    asr_profanity_filter: { type: 'boolean', default: true },
    asr_smart_formatting: { type: 'boolean', default: true },
  },
}
