export const schema = {
  type: 'object',
  required: ['handler', 'settings'],
  properties: {
    handler: { type: 'string', enum: ['azure'] },
    settings: {
      type: 'object',
      required: ['account', 'container', 'key'],
      properties: {
        account: { type: 'string' },
        container: { type: 'string' },
        key: { type: 'string' },
      },
    },
  },
}
