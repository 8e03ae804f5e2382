export const schema = {
  properties: {
    domains: { type: 'object' },
  },
}
