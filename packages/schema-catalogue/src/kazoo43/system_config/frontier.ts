import type { KazooSchema } from '../../kazoo-schema.ts'

export const frontier: KazooSchema = {
  _id: 'system_config.frontier',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
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
