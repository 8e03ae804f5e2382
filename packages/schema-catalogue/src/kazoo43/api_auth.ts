export const schema = {
  type: 'object',
  required: ['api_key'],
  properties: {
    api_key: { type: 'string', maxLength: 64, minLength: 64 },
  },
  additionalProperties: false,
}
