import { systemData } from '../../kazoo43/system_config/system_data.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const systemData5: KazooSchema = changed(systemData, {
  properties: { attachment_delete_enabled: { type: 'boolean', default: false } },
})
