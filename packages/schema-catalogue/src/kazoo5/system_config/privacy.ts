import { privacy } from '../../kazoo43/system_config/privacy.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const privacy5: KazooSchema = changed(privacy, {
  properties: {
    default_privacy_realm: { type: 'string', default: 'anonymous.invalid' },
    should_hide_realm: { type: 'boolean', default: false },
  },
})
