export const schema = {
  properties: {
    enabled: { type: 'boolean', default: true },
  },
}
