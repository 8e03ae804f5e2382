export const schema = {
  properties: {
    max_length: { type: 'integer', default: 3600 },
  },
}
