export const schema = {
  properties: {
    activation: { type: 'integer' },
  },
}
