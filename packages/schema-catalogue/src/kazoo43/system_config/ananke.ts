import type { KazooSchema } from '../../kazoo-schema.ts'

export const ananke: KazooSchema = {
  _id: 'system_config.ananke',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    schedules: { type: 'array', default: [], items: { type: 'object' } },
    voicemail: {
      properties: {
        notify: {
          properties: {
            callback: {
              properties: {
                attempts: { type: 'integer', default: 5 },
                interval_s: { type: 'integer', default: 300 },
                timeout_s: { type: 'integer', default: 20 },
              },
            },
          },
        },
      },
    },
  },
}
