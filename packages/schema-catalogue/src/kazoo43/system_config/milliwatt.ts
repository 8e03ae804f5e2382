export const schema = {
  properties: {
    echo: { type: 'object', default: { caller_id: [], number: ['5555555552'] } },
    route_win_timeout: { type: 'integer', default: 3000 },
    tone: {
      type: 'object',
      default: { caller_id: [], number: ['5555555551'] },
      properties: {
        duration: { type: 'integer', default: 30000 },
        frequencies: { type: 'array', default: ['2600'], items: { type: 'string' } },
        frequency_off: { type: 'integer', default: 1000 },
        frequency_on: { type: 'integer', default: 5000 },
      },
    },
  },
}
