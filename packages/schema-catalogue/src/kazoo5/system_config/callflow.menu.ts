import { callflowMenu } from '../../kazoo43/system_config/callflow.menu.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const callflowMenu5: KazooSchema = changed(callflowMenu, {
  properties: {
    branch_extension: { type: 'boolean', default: true, support_level: 'supported' },
    max_wait_for_attachments_ms: { type: 'integer', default: 5000 },
  },
})
