export const schema = {
  type: 'object',
  patternProperties: {
    '^[a-z0-9]{32}$': {
      type: 'object',
      oneOf: [
        { $ref: 'storage.attachment.aws' },
        { $ref: 'storage.attachment.google_drive' },
        { $ref: 'storage.attachment.google_storage' },
        { $ref: 'storage.attachment.azure' },
        { $ref: 'storage.attachment.onedrive' },
        { $ref: 'storage.attachment.dropbox' },
        { $ref: 'storage.attachment.http' },
      ],
      properties: {
        name: { type: 'string' },
        settings: {
          type: 'object',
          properties: {
            field_list: { type: 'array', items: { $ref: 'storage.attachments.field' } },
            field_separator: { type: 'string' },
            folder_base_path: { type: 'string' },
          },
        },
      },
    },
  },
  additionalProperties: false,
}
