import type { KazooSchema } from '../../kazoo-schema.ts'

export const tokenBuckets: KazooSchema = {
  _id: 'system_config.token_buckets',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
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
