export const schema = {
  properties: {
    asr_api_key: { type: 'string' },
    asr_model: { type: 'string', default: 'en-US_NarrowbandModel' },
    asr_profanity_filter: { type: 'boolean', default: true },
    asr_smart_formatting: { type: 'boolean', default: true },
  },
}
