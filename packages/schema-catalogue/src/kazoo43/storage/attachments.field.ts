import type { KazooSchema } from '../../kazoo-schema.ts'

export const storageAttachmentsField: KazooSchema = {
  _id: 'storage.attachments.field',
  $schema: 'http://json-schema.org/draft-04/schema#',
  oneOf: [
    {
      type: 'object',
      properties: {
        arg: { type: 'string', enum: ['account_id', 'db', 'id', 'attachment'] },
      },
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        const: { type: 'string' },
      },
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        field: { type: 'string' },
      },
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        group: { type: 'array', items: { $ref: 'storage.attachments.field' } },
      },
      additionalProperties: false,
    },
  ],
}
