export const schema = {
  properties: {
    default: {
      properties: {
        max_bucket_tokens: { type: 'integer', default: 100 },
      },
    },
    inactivity_timeout_s: { type: 'integer', default: 600 },
    tokens_fill_rate: { type: 'integer', default: 10 },
    tokens_fill_time: { type: 'string', default: 'second' },
  },
}
