export const schema = {
  required: ['asr_api_key'],
  properties: {
    asr_api_key: { type: 'string', default: '' },
    asr_enable_automatic_punctuation: { type: 'boolean', default: true },
    asr_enable_word_time_offsets: { type: 'boolean' },
    asr_model: {
      type: 'string',
      default: 'phone_call',
      enum: ['command_and_search', 'phone_call', 'video', 'default'],
    },
    asr_profanity_filter: { type: 'boolean' },
    asr_url: { type: 'string', default: 'https://speech.googleapis.com/v1/speech:recognize' },
    asr_use_enhanced: { type: 'boolean', default: true },
    tts_api_key: { type: 'string', default: '' },
    tts_url: { type: 'string', default: 'https://texttospeech.googleapis.com/v1/text:synthesize' },
  },
}
