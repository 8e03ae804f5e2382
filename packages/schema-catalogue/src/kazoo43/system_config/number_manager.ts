export const schema = {
  properties: {
    allow_port_transition_from_submitted_to_scheduled: { type: 'boolean', default: false },
    available_module_name: { type: 'string', default: 'knm_local' },
    carrier_modules: { type: 'array', default: ['knm_local'], items: { type: 'string' } },
    classifiers: {
      type: 'object',
      default: {
        caribbean: {
          friendly_name: 'Caribbean',
          pretty_print: 'SS(###) ### - ####',
          regex:
            '^\\+?1((?:684|264|268|242|246|441|284|345|767|809|829|849|473|671|876|664|670|787|939|869|758|784|721|868|649|340)\\d{7})$',
        },
        did_us: {
          friendly_name: 'US DID',
          pretty_print: 'SS(###) ### - ####',
          regex: '^(\\+?1)?([2-9][0-9]{2}[2-9][0-9]{6})$',
        },
        emergency: { emergency: true, friendly_name: 'Emergency Dispatcher', regex: '^(911|922|933|833|811|711|999)$' },
        international: { friendly_name: 'International', regex: '^\\+([2-9]\\d{7,})$' },
        toll_us: { friendly_name: 'US Toll', pretty_print: 'SS(###) ### - ####', regex: '^\\+1(900\\d{7})$' },
        tollfree_us: {
          friendly_name: 'US Tollfree',
          pretty_print: 'SS(###) ### - ####',
          regex: '^\\+1((?:800|88\\d|877|866|855|844|833|822)\\d{7})$',
        },
        unknown: { friendly_name: 'Unknown', regex: '^(.*)$' },
      },
    },
    converters: { type: 'array', default: ['regex'], items: { type: 'string' } },
    default_force_outbound: { type: 'boolean', default: false },
    e164_converters: {
      type: 'object',
      default: {
        '^(\\+?1)?([2-9][0-9]{2}[2-9][0-9]{6})$': { prefix: '+1' },
        '^011(\\d{5,})$|^00(\\d{5,})$': { prefix: '+' },
        '^[2-9]\\d{7,}$': { prefix: '+' },
      },
    },
    features: {
      properties: {
        allow: { type: 'array', items: { type: 'string' } },
      },
    },
    fetch_account_from_ports: { type: 'boolean', default: true },
    force_local_outbound: { type: 'boolean', default: true },
    force_port_in_outbound: { type: 'boolean', default: true },
    force_port_out_outbound: { type: 'boolean', default: true },
    local_feature_override: { type: 'boolean', default: false },
    maximum_search_quantity: { type: 'integer', default: 500, minimum: 1 },
    number_search_timeout_ms: { type: 'integer', default: 5000, minimum: 1 },
    parallel_jobs_count: { type: 'integer', default: 1, minimum: 1 },
    port_in_module_name: { type: 'string', default: 'knm_local' },
    providers: { type: 'array', items: { type: 'string' } },
    reconcile_regex: { type: 'string', default: '^(\\+?1)?\\d{10}$|^\\+[2-9]\\d{7,}$|^011\\d*$|^00\\d*$' },
    released_state: { type: 'string', default: 'available' },
    should_age: { type: 'boolean', default: false },
    should_permanently_delete: { type: 'boolean', default: false },
    time_between_accounts_ms: { type: 'integer', default: 1000, minimum: 1 },
    time_between_db_ms: { type: 'integer', default: 50, minimum: 1 },
    time_between_numbers_ms: { type: 'integer', default: 1000, minimum: 1 },
    unauthorized_numbers_lookup: { type: 'boolean', default: false },
  },
}
