import type { KazooSchema } from '../../kazoo-schema.ts'

export const tasksBillEarly: KazooSchema = {
  _id: 'system_config.tasks.bill_early',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    bill_early_enabled: { type: 'boolean', default: false },
    how_many_early_days: { type: 'integer', default: 5 },
    reminder_enabled: { type: 'boolean', default: false },
  },
}
