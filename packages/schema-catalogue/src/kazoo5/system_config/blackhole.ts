export const changes = {
  properties: {
    allowed_doc_types: { type: 'array', items: { type: 'string' } },
    channel_events: {
      type: 'array',
      default: [
        'CHANNEL_CREATE',
        'CHANNEL_ANSWER',
        'CHANNEL_DESTROY',
        'CHANNEL_HOLD',
        'CHANNEL_UNHOLD',
        'CHANNEL_BRIDGE',
        'PARK_PARKED',
        'PARK_RETRIEVED',
        'PARK_ABANDONED',
      ],
      items: { type: 'string' },
    },
    extra_doc_modb_types: { type: 'array', default: [], items: { type: 'string' } },
    max_queued_messages: { type: 'integer', default: 50 },
    notification_events: { type: 'array', default: ['missed_call'], items: { type: 'string' } },
    send_timeout_ms: { type: 'integer', default: 5000 },
  },
}
