export const schema = {
  properties: {
    create_in_parallel: { type: 'integer', default: 1 },
    creation_day: { type: 'integer', default: 28 },
  },
}
