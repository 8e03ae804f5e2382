export const schema = {
  properties: {
    default_enabled: { type: 'boolean', default: false },
    threshold: { type: 'number', default: 5 },
  },
}
