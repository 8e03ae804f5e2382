export const schema = {
  type: 'object',
  properties: {
    handler: { type: 'string', 'kazoo-validation': true },
    params: {
      type: 'object',
      properties: {
        folder_path: { type: 'string' },
      },
    },
    stub: { type: 'boolean' },
  },
}
