import { speechGoogle } from '../../categories/speech-google.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const speechGoogle5: KazooSchema = changed(speechGoogle, {
  properties: { model: { patternProperties: { '.+': { type: 'string' } } } },
})
