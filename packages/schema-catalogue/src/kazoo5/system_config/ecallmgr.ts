import { ecallmgr } from '../../kazoo43/system_config/ecallmgr.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const ecallmgr5: KazooSchema = changed(ecallmgr, {
  properties: { destroyed_channel_cleanup_ms: { type: 'integer', default: 5000 } },
})
