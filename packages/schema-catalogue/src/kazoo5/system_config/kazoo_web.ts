export const changes = {
  properties: {
    allow_restricted_ips: { type: 'boolean', default: true },
    client: {
      properties: {
        blacklist: {
          properties: {
            hosts: { default: ['localhost', 'localhost.localdomain'] },
            ports: {
              type: 'array',
              default: [5984, 5984, 15984, 15986, 4369, 15672, 22002],
              items: { type: 'integer' },
            },
          },
        },
      },
    },
    should_validate_dns: { type: 'boolean', default: true },
  },
}
