export const changes = {
  properties: {
    allowed_branch_doc_types: {
      type: 'array',
      default: ['user', 'device', 'location', 'group'],
      items: { type: 'string' },
    },
    hard_stop_after_successful_group: { type: 'boolean', default: false },
    voicemail: {
      properties: {
        migrate_interaccount_delay_ms: null,
        migrate_max_bulk_insert: null,
        migrate_max_worker: null,
        should_disable_callback: { type: 'boolean', default: false },
        should_disable_offnet_callback: { type: 'boolean', default: true },
        silence_hits: { type: 'integer' },
        silence_threshold: { type: 'integer' },
        vm_message_forward_type: null,
      },
    },
  },
}
