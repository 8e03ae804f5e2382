import type { KazooSchema } from '../../kazoo-schema.ts'

export const kazooApps: KazooSchema = {
  _id: 'system_config.kazoo_apps',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: { dns_cache_size: { type: 'integer', default: 10000 } },
}
