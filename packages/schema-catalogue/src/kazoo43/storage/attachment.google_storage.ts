export const schema = {
  type: 'object',
  required: ['handler', 'settings'],
  properties: {
    handler: { type: 'string', enum: ['google_storage'] },
    settings: {
      type: 'object',
      oneOf: [
        {
          required: ['oauth_app_id'],
          properties: {
            oauth_app_id: { type: 'string' },
          },
        },
        {
          required: ['oauth_doc_id'],
          properties: {
            oauth_doc_id: { type: 'string', 'kazoo-validation': true },
          },
        },
      ],
    },
  },
}
