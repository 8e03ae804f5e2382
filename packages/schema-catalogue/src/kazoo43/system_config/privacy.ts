export const schema = {
  properties: {
    anonymous_cid_names: { type: 'array', default: ['anonymous', 'restricted'], items: { type: 'string' } },
    anonymous_cid_numbers: { type: 'array', default: ['anonymous', 'restricted'], items: { type: 'string' } },
    block_anonymous_caller_id: { type: 'boolean', default: false },
    check_additional_anonymous_cid_names: { type: 'boolean', default: false },
    check_additional_anonymous_cid_numbers: { type: 'boolean', default: false },
    default_privacy_name: { type: 'string', default: 'Anonymous' },
    default_privacy_number: { type: 'string', default: 'anonymous' },
    method: { type: 'string', default: 'kazoo' },
    privacy_mode: { type: 'string', default: 'kazoo' },
    privacy_name: { type: 'string', default: 'anonymous' },
    privacy_number: { type: 'string', default: '0000000000' },
    use_sip_privacy_header: { type: 'boolean', default: true },
  },
}
