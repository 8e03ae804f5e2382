import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'
import { storageAttachmentAws } from '../../kazoo43/storage/attachment.aws.ts'

export const storageAttachmentAws5: KazooSchema = changed(storageAttachmentAws, {
  properties: {
    settings: { required: ['bucket'], properties: { tags_key_path: { type: 'array', items: { type: 'string' } } } },
  },
})
