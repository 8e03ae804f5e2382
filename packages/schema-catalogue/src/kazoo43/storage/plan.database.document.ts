import type { KazooSchema } from '../../kazoo-schema.ts'

export const storagePlanDatabaseDocument: KazooSchema = {
  _id: 'storage.plan.database.document',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    attachments: { $ref: 'storage.plan.database.attachment' },
    connection: { type: 'string', 'kazoo-validation': true },
  },
}
