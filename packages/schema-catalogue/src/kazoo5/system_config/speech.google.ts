import { speechGoogle } from '../../kazoo43/system_config/speech.google.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const speechGoogle5: KazooSchema = changed(speechGoogle, {
  properties: { model: { patternProperties: { '.+': { type: 'string' } } } },
})
