export const schema = {
  properties: {
    outbound: {
      properties: {
        options: { type: 'object', default: { delivery_mode: 2, mandatory: true } },
      },
    },
  },
}
