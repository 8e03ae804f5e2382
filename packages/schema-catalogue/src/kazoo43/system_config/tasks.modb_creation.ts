import type { KazooSchema } from '../../kazoo-schema.ts'

export const tasksModbCreation: KazooSchema = {
  _id: 'system_config.tasks.modb_creation',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    create_in_parallel: { type: 'integer', default: 1 },
    creation_day: { type: 'integer', default: 28 },
  },
}
