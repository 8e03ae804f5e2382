export const schema = {
  type: 'object',
  patternProperties: {
    '^[[:alnum:]_]+$': {
      oneOf: [{ type: 'array', items: { $ref: 'formatters.format_options' } }, { $ref: 'formatters.format_options' }],
    },
  },
}
