export const schema = {
  properties: {
    default_enabled: { type: 'boolean', default: false },
    default_to: {
      oneOf: [
        { type: 'array', items: { type: 'string', format: 'email' } },
        { type: 'string', format: 'email' },
      ],
    },
  },
}
