export const schema = {
  properties: {
    default_includes: { type: 'array', default: [], items: { type: 'object' } },
  },
}
