export const schema = {
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
