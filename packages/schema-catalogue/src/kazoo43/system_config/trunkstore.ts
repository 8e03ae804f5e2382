export const schema = {
  properties: {
    default_caller_id_number: { type: 'string' },
    default_hunt_non_reconcilable: { type: 'boolean', default: false },
    ensure_valid_caller_id: { type: 'boolean', default: false },
    honor_diversions_by_cid_validation: { type: 'boolean', default: false },
    pool_overflow: { type: 'integer', default: 100 },
    pool_server_confirms: { type: 'boolean', default: false },
    pool_size: { type: 'integer', default: 150 },
    pool_threshold: { type: 'integer', default: 5 },
    ring_ready_offnet: { type: 'boolean', default: true },
  },
}
