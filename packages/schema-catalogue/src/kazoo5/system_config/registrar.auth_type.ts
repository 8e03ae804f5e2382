export const schema = {
  properties: {
    allow: { type: 'array', default: [], items: { type: 'string' } },
    deny: { type: 'array', default: [], items: { type: 'string' } },
  },
}
