export const schema = {
  properties: {
    default_enabled: { type: 'boolean', default: true },
  },
}
