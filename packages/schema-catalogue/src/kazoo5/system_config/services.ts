import { services } from '../../kazoo43/system_config/services.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const services5: KazooSchema = changed(services, {
  properties: { days_to_ignore_standing_failures: { type: 'integer', default: 0 }, entitlements: { type: 'object' } },
})
