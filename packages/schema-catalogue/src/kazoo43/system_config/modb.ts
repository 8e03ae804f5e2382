export const schema = {
  properties: {
    active_modbs: { type: 'integer', default: 6 },
    routines: { type: 'array', default: [], items: { type: 'string' } },
  },
}
