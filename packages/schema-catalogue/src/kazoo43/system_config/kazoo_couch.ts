export const schema = {
  properties: {
    admin_port: { type: 'integer', default: 5986 },
    allow_maintenance_db_delete: { type: 'boolean', default: false },
    api_port: { type: 'integer', default: 5984 },
    compact_automatically: { type: 'boolean', default: false },
    default_chunk_size: { type: 'integer', default: 1000 },
    max_compacting_shards: { type: 'integer', default: 2 },
    max_compacting_views: { type: 'integer', default: 2 },
    max_concurrent_docs_to_archive: { type: 'integer', default: 500 },
    max_wait_for_compaction_pids: { type: 'integer', default: 360000 },
    min_data_size: { type: 'integer', default: 131072 },
    min_ratio: { type: 'number', default: 1.2 },
    sleep_between_poll: { type: 'integer', default: 3000 },
    use_bigcouch_direct: { type: 'boolean', default: true },
  },
}
