import { speech } from '../../kazoo43/system_config/speech.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const speech5: KazooSchema = changed(speech, {
  properties: {
    asr_trim_media_enabled: { type: 'boolean', default: false },
    asr_trim_media_seconds: { type: 'integer', default: 60 },
  },
})
