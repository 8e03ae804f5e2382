export const schema = {
  properties: {
    url: { type: 'string' },
  },
}
