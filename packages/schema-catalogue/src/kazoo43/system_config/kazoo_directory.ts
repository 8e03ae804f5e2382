import type { KazooSchema } from '../../kazoo-schema.ts'

export const kazooDirectory: KazooSchema = {
  _id: 'system_config.kazoo_directory',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_ignore_completed_elsewhere: { type: 'boolean', default: true },
    restrict_to_known_types: { type: 'boolean', default: false },
  },
}
