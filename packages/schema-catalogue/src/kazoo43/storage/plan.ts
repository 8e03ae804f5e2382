import type { KazooSchema } from '../../kazoo-schema.ts'

export const storagePlan: KazooSchema = {
  _id: 'storage.plan',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    account: { $ref: 'storage.plan.database' },
    aggregate: { $ref: 'storage.plan.database' },
    modb: { $ref: 'storage.plan.database' },
    system: { $ref: 'storage.plan.database' },
  },
  additionalProperties: false,
}
