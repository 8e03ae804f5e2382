import type { KazooSchema } from '../../kazoo-schema.ts'

export const storageAttachmentOnedrive: KazooSchema = {
  _id: 'storage.attachment.onedrive',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['handler', 'settings'],
  properties: {
    handler: { type: 'string', enum: ['onedrive'] },
    settings: {
      type: 'object',
      required: ['oauth_doc_id'],
      properties: {
        oauth_doc_id: { type: 'string', 'kazoo-validation': true, minLength: 1, patern: '^[^\\s]*$' },
      },
    },
  },
}
