export const schema = {
  properties: {
    request_timeout_ms: { type: 'integer', default: 5000 },
    tts_texts_size: { type: 'integer', default: 4000 },
  },
}
