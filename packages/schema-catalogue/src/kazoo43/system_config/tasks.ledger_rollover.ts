import type { KazooSchema } from '../../kazoo-schema.ts'

export const tasksLedgerRollover: KazooSchema = {
  _id: 'system_config.tasks.ledger_rollover',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    refresh_in_parallel: { type: 'integer', default: 50 },
    refresh_view_enabled: { type: 'boolean', default: false },
    rollover_in_parallel: { type: 'integer', default: 10 },
  },
}
