import type { KazooSchema } from '../../kazoo-schema.ts'

export const tasksNumbers: KazooSchema = {
  _id: 'system_config.tasks.numbers',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    db_page_size: { type: 'integer', default: 1000 },
    import_defaults_to_carrier: { type: 'string', default: 'knm_local' },
  },
}
