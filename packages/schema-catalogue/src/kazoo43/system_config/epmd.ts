export const schema = {
  properties: {
    check_every_s: { type: 'integer', default: 60 },
  },
}
