export const schema = {
  type: 'object',
  required: ['handler', 'settings'],
  properties: {
    handler: { type: 'string', enum: ['s3'] },
    settings: {
      type: 'object',
      required: ['bucket', 'key', 'secret'],
      properties: {
        bucket: { type: 'string', maxLength: 63, minLength: 6, pattern: '^[^\\s]*$' },
        bucket_access_method: { type: 'string', enum: ['auto', 'vhost', 'path'] },
        bucket_after_host: { type: 'boolean' },
        host: { type: 'string', minLength: 1, pattern: '^[^\\s]*$' },
        key: { type: 'string', maxLength: 128, minLength: 1, pattern: '^[^\\s]*$' },
        port: { type: 'integer' },
        region: { type: 'string', minLength: 1, pattern: '^[^\\s]*$' },
        scheme: { type: 'string', enum: ['http', 'https'] },
        secret: { type: 'string', maxLength: 128, minLength: 1, pattern: '^[^\\s]*$' },
      },
    },
  },
}
