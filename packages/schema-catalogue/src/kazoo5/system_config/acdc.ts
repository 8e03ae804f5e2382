import { acdc } from '../../kazoo43/system_config/acdc.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const acdc5: KazooSchema = changed(acdc, {
  properties: {
    default_agent_pause_timeout: {
      type: null,
      default: null,
      oneOf: [
        { type: 'integer', default: 600, minimum: 0 },
        { type: 'string', enum: ['infinity'] },
      ],
    },
  },
})
