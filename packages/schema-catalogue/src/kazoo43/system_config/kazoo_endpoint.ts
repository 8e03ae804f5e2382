export const schema = {
  properties: {
    build_metaflows: { type: 'boolean', default: false },
    custom_sip_interface: { type: 'string' },
    default_caller_id_name: { type: 'string' },
    default_caller_id_number: { type: 'string' },
    default_can_text_self: { type: 'boolean', default: true },
    default_ignore_completed_elsewhere: { type: 'boolean', default: true },
    endpoint_module: { type: 'string', default: 'kz_endpoint_v5' },
    restrict_to_known_types: { type: 'boolean', default: false },
    should_add_diversion_header: { type: 'boolean', default: false },
    sip_transport: { type: 'string' },
  },
}
