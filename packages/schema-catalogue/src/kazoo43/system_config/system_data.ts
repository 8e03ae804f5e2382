export const schema = {
  properties: {
    allow_validation_overrides: { type: 'boolean', default: false },
  },
}
