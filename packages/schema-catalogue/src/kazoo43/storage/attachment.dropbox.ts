export const schema = {
  type: 'object',
  required: ['handler', 'settings'],
  properties: {
    handler: { type: 'string', enum: ['dropbox'] },
    settings: {
      type: 'object',
      required: ['oauth_doc_id'],
      properties: {
        oauth_doc_id: { type: 'string', 'kazoo-validation': true, minLength: 1, patern: '^[^\\s]*$' },
      },
    },
  },
}
