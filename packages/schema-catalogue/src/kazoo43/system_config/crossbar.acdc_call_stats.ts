export const schema = {
  properties: {
    maximum_bulk: { type: 'integer', default: 50, minimum: 1 },
    maximum_range: { type: 'integer', default: 2682000 },
  },
}
