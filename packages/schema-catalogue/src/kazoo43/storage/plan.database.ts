import type { KazooSchema } from '../../kazoo-schema.ts'

export const storagePlanDatabase: KazooSchema = {
  _id: 'storage.plan.database',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    attachments: { $ref: 'storage.plan.database.attachment' },
    connection: { type: 'string', 'kazoo-validation': true },
    database: {
      type: 'object',
      properties: {
        create_options: { type: 'object' },
        names: { type: 'array', items: { type: 'string' } },
      },
    },
    types: {
      type: 'object',
      properties: {
        call_recording: { $ref: 'storage.plan.database.document' },
        fax: { $ref: 'storage.plan.database.document' },
        function: { $ref: 'storage.plan.database.document' },
        mailbox_message: { $ref: 'storage.plan.database.document' },
        media: { $ref: 'storage.plan.database.document' },
      },
    },
  },
  additionalProperties: false,
}
