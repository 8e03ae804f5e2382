export const schema = {
  properties: {
    device_enabled_default: { type: 'boolean', default: true },
    listeners: { type: 'integer', default: 1 },
    owner_enabled_default: { type: 'boolean', default: true },
    use_aggregate: { type: 'boolean', default: true },
  },
}
