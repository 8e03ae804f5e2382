export const schema = {
  properties: {
    rate_limits: {
      type: 'object',
      default: {
        account: {
          per_minute: { invites: 200, registrations: 100, total_packets: 2000 },
          per_second: { invites: 50, registrations: 20, total_packets: 100 },
        },
        device: {
          per_minute: { invites: 100, registrations: 20, total_packets: 1000 },
          per_second: { invites: 5, registrations: 2, total_packets: 20 },
        },
      },
    },
  },
}
