export const schema = {
  properties: {
    default_to: {
      oneOf: [
        { type: 'array', items: { type: 'string', format: 'email' } },
        { type: 'string', format: 'email' },
      ],
    },
  },
}
