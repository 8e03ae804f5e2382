export const schema = {
  type: 'object',
  properties: {
    attachments: { $ref: 'storage.plan.database.attachment' },
    connection: { type: 'string', 'kazoo-validation': true },
  },
}
