export const schema = {
  properties: {
    refresh_in_parallel: { type: 'integer', default: 50 },
    refresh_view_enabled: { type: 'boolean', default: false },
    rollover_in_parallel: { type: 'integer', default: 10 },
  },
}
