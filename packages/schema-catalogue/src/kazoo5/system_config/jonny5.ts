import { jonny5 } from '../../kazoo43/system_config/jonny5.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const jonny55: KazooSchema = changed(jonny5, {
  properties: {
    bypass_authz_classifiers: {
      type: 'array',
      default: [{ classifier: 'emergency' }, { classifier: 'tollfree_us', direction: 'outbound' }],
      items: { type: 'object' },
    },
  },
})
