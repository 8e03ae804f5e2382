export const schema = {
  properties: {
    cache_policy: {
      type: 'object',
      default: {
        account: 900,
        aggregate: 900,
        deprecated: 900,
        modb: 900,
        numbers: 900,
        system: 900,
        system_config: 'infinity',
        system_data: 'infinity',
      },
    },
    change_notice_exclude_types: {
      type: 'array',
      default: ['cdr', 'ledger', 'audit_log', 'login_attempt', 'pivot_debug', 'notify_smtp_log'],
      items: { type: 'string' },
    },
    default_archive_folder: { type: 'string', default: '/tmp' },
    max_bulk_insert: { type: 'integer', default: 2000, minimum: 1 },
    max_bulk_read: { type: 'integer', default: 2000, minimum: 1 },
    no_caching_doc_types: {
      type: 'array',
      default: ['media', 'private_media', 'call_recording', 'fax', 'mailbox_message'],
      items: { type: 'string' },
    },
    performance: { type: 'object' },
  },
}
