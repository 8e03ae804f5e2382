export const schema = {
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
