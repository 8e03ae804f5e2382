import { hotornot } from '../../kazoo43/system_config/hotornot.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const hotornot5: KazooSchema = changed(hotornot, {
  properties: { should_publish_system_alert: { patternProperties: { '.+': { type: 'boolean', default: true } } } },
})
