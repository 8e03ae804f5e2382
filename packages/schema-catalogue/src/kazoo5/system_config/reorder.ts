import { reorder } from '../../kazoo43/system_config/reorder.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const reorder5: KazooSchema = changed(reorder, {
  properties: { inbound_user_field: { type: 'string', default: 'Request' } },
})
