import type { KazooSchema } from '../../kazoo-schema.ts'

export const storagePlanDatabaseAttachment: KazooSchema = {
  _id: 'storage.plan.database.attachment',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    handler: { type: 'string', 'kazoo-validation': true },
    params: {
      type: 'object',
      properties: {
        folder_path: { type: 'string' },
      },
    },
    stub: { type: 'boolean' },
  },
}
