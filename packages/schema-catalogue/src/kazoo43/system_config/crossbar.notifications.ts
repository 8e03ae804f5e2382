export const schema = {
  properties: {
    inherit_default_values: { type: 'boolean', default: false },
    notification_timeout_ms: { type: 'integer', default: 5000 },
  },
}
