export const schema = {
  properties: {
    cluster_id_anonymized: { type: 'boolean', default: true },
    collection_interval_s: { type: 'integer', default: 86400 },
    include_apps: { type: 'boolean', default: true },
    include_database: { type: 'boolean', default: true },
    include_freeswitch: { type: 'boolean', default: true },
    include_kamailio: { type: 'boolean', default: true },
    include_services: { type: 'boolean', default: true },
  },
}
