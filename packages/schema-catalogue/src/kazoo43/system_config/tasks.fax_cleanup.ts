import type { KazooSchema } from '../../kazoo-schema.ts'

export const tasksFaxCleanup: KazooSchema = {
  _id: 'system_config.tasks.fax_cleanup',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    enabled: { type: 'boolean', default: true },
    page_size: { type: 'integer', default: 32 },
    per_page_pause_ms: { type: 'integer', default: 1000 },
    stale_after_s: { type: 'integer', default: 604800 },
  },
}
