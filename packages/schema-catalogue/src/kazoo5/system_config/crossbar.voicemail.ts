import { crossbarVoicemail } from '../../kazoo43/system_config/crossbar.voicemail.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarVoicemail5: KazooSchema = changed(crossbarVoicemail, {
  properties: {
    should_restrict_access_to_owner: { type: 'boolean', default: false },
    should_restrict_access_to_unowned: { type: 'boolean', default: false },
  },
})
