import type { KazooSchema } from '../../kazoo-schema.ts'

export const kappsMaintenance: KazooSchema = {
  _id: 'system_config.kapps_maintenance',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    migrate_current_version: { type: 'string', default: '3.22' },
  },
}
