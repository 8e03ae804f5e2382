import { servers } from '../../kazoo43/system_config/servers.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const servers5: KazooSchema = changed(servers, { properties: { clock_timezone: { $ref: 'timezone' } } })
