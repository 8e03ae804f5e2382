export const schema = {
  properties: {
    default_from: { type: 'string' },
    default_to: { default: '', oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  },
}
