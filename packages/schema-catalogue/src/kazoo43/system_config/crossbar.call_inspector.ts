export const schema = {
  properties: {
    maximum_bulk: { type: 'integer', default: 50, minimum: 1 },
  },
}
