export const schema = {
  type: 'object',
  required: ['handler', 'settings'],
  properties: {
    handler: { type: 'string', enum: ['google_drive'] },
    settings: {
      type: 'object',
      required: ['oauth_doc_id'],
      properties: {
        folder_id: { type: 'string' },
        oauth_doc_id: { type: 'string', 'kazoo-validation': true, minLength: 1, patern: '^[^\\s]*$' },
      },
    },
  },
}
