export const schema = {
  properties: {
    api_password: { type: 'string', default: '' },
    api_username: { type: 'string', default: '' },
    environment: { type: 'string', default: 'sandbox', enum: ['sandbox', 'production', 'beta'] },
    max_page_size: { type: 'integer', default: 20 },
  },
}
