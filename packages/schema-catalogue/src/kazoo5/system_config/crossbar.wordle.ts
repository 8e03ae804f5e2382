import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarWordle: KazooSchema = {
  _id: 'system_config.crossbar.wordle',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: { path_to_words: { type: 'string', default: '/usr/share/dict/words' } },
}
