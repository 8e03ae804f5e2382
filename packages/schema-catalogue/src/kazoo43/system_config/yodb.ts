export const schema = {
  properties: {
    active_yodbs: { type: 'integer', default: 6 },
    routines: { type: 'array', default: [], items: { type: 'string' } },
  },
}
