export const changes = {
  properties: {
    max_wait_ms: { type: 'integer', default: 86400000 },
    non_direct_modules: {
      type: 'array',
      default: ['cf_ring_group', 'acdc_util', 'cf_qubicle', 'qubicle'],
      items: { type: 'string' },
    },
    offnet_hunt_account_id: { type: 'string' },
    should_use_local_resources: { type: 'boolean', default: false },
  },
}
