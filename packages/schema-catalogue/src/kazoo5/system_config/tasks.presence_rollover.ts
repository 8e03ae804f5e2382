import type { KazooSchema } from '../../kazoo-schema.ts'

export const tasksPresenceRollover: KazooSchema = {
  _id: 'system_config.tasks.presence_rollover',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: { rollover_in_parallel: { type: 'integer', default: 10 } },
}
