export const schema = {
  properties: {
    default_rate_cost: { type: 'number', default: 0 },
    default_rate_increment: { type: 'integer', default: 60 },
    default_rate_internal_cost: { type: 'number', default: 0 },
    default_rate_minimum: { type: 'integer', default: 60 },
    default_rate_nocharge_time: { type: 'integer', default: 0 },
    default_rate_surcharge: { type: 'number', default: 0 },
    default_ratedeck: { type: 'string', default: 'ratedeck' },
    filter_list: { type: 'array', default: ['direction', 'route_options', 'routes'], items: { type: 'string' } },
    mobile_rate: { type: 'object' },
    rate_version: { type: 'string' },
    should_publish_system_alert: {
      properties: {
        both: { type: 'boolean', default: true },
        inbound: { type: 'boolean', default: true },
        outbound: { type: 'boolean', default: true },
      },
    },
    sort_by_weight: { type: 'boolean', default: true },
    trie_build_timeout_ms: { type: 'integer', default: 60000 },
    trie_lru_expires_s: { type: 'integer', default: 86400 },
    trie_module: { type: 'string', default: 'hon_trie' },
    use_trie: { type: 'boolean', default: false },
  },
}
