import { cnam } from '../../kazoo43/system_config/cnam.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const cnam5: KazooSchema = changed(cnam, { properties: { cache_mode: { type: 'string', default: 'fetch' } } })
