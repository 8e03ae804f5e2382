import type { KazooSchema } from '../../kazoo-schema.ts'

export const storageAttachmentAzure: KazooSchema = {
  _id: 'storage.attachment.azure',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['handler', 'settings'],
  properties: {
    handler: { type: 'string', enum: ['azure'] },
    settings: {
      type: 'object',
      required: ['account', 'container', 'key'],
      properties: {
        account: { type: 'string' },
        container: { type: 'string' },
        key: { type: 'string' },
      },
    },
  },
}
