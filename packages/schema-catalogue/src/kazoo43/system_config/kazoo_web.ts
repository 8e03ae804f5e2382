export const schema = {
  properties: {
    client: {
      properties: {
        blacklist: {
          properties: {
            cidrs: { type: 'array', default: ['127.0.0.1/32', '0.0.0.0/32'], items: { type: 'string' } },
            hosts: { type: 'array', default: ['localhost'], items: { type: 'string' } },
          },
        },
      },
    },
  },
}
