export const schema = {
  properties: {
    api_preserve_caller_id: { type: 'boolean', default: true },
    connections: { type: 'object' },
    default_test_from_number: { type: 'string', default: '15552220001' },
    default_test_route_id: { type: 'string', default: 'syneverse' },
    inbound_broker: { type: 'string' },
    inbound_exchange: { type: 'string', default: 'sms' },
    inbound_exchange_options: { type: 'object', default: { passive: true } },
    inbound_exchange_type: { type: 'string', default: 'topic' },
    inbound_queue_name: { type: 'string' },
    listeners: { type: 'integer', default: 1 },
    min_bucket_cost: { type: 'integer', default: 1 },
    reschedule: { type: 'object', default: {} },
    route_win_timeout: { type: 'integer', default: 3000 },
    unavailable_message: { type: 'object', default: { 'en-US': 'sms service unavailable' } },
  },
}
