import { pusher } from '../../kazoo43/system_config/pusher.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const pusher5: KazooSchema = changed(pusher, {
  properties: { apple: { properties: { keepalive_m: { type: 'integer', default: 15 } } } },
})
