export const schema = {
  type: 'object',
  required: ['credentials'],
  properties: {
    account_name: { type: 'string', maxLength: 128, minLength: 1 },
    account_realm: { type: 'string', maxLength: 253, minLength: 4, pattern: '^[.\\w_-]+$' },
    credentials: { type: 'string', maxLength: 64, minLength: 1 },
    method: { type: 'string', default: 'md5', enum: ['md5', 'sha'] },
    phone_number: { type: 'string', maxLength: 64, minLength: 1 },
  },
}
