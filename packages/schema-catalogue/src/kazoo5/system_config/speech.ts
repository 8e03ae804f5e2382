export const changes = {
  properties: {
    asr_trim_media_enabled: { type: 'boolean', default: false },
    asr_trim_media_seconds: { type: 'integer', default: 60 },
  },
}
