export const schema = {
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
