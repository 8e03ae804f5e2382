export const schema = {
  properties: {
    normalization_format: { type: 'string', default: 'mp3' },
    normalize_media: { type: 'boolean', default: false },
    transcribe_format: { type: 'string' },
  },
}
