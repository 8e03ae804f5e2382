import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'
import { storageAttachmentHttp } from '../../kazoo43/storage/attachment.http.ts'

export const storageAttachmentHttp5: KazooSchema = changed(storageAttachmentHttp, {
  properties: { settings: { properties: { url: { minLength: 7 } } } },
})
