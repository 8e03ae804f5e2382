// biome-ignore-all lint/suspicious/noTemplateCurlyInString: FreeSWITCH writes its variables so
import type { KazooSchema } from '../../kazoo-schema.ts'

export const pivotTwiml: KazooSchema = {
  _id: 'system_config.pivot.twiml',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    conference_moh: { type: 'string', default: '$${hold_music}' },
  },
}
