export const schema = {
  properties: {
    event_cleanup_timeout_ms: { type: 'integer', default: 3600000 },
    transfer: {
      properties: {
        default_takeback_dtmf: { type: 'string', default: '*1' },
        default_target_timeout_ms: { type: 'integer', default: 20000 },
      },
    },
    use_fast_rearm: { type: 'boolean', default: false },
    webseq_enabled: { type: 'boolean', default: false },
  },
}
