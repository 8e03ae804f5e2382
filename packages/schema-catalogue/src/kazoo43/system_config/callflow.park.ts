export const schema = {
  properties: {
    db_doc_name: { type: 'string', default: 'parked_calls' },
    default_callback_timeout: { type: 'integer', default: 30000 },
    default_ringback_timeout: { type: 'integer', default: 120000 },
    parked_presence_type: { type: 'string', default: 'early' },
    valet_reservation_cleanup_time_ms: { type: 'integer', default: 3000 },
  },
}
