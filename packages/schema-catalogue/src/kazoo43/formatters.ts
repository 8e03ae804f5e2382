import type { KazooSchema } from '../kazoo-schema.ts'

export const formatters: KazooSchema = {
  _id: 'formatters',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  patternProperties: {
    '^[[:alnum:]_]+$': {
      oneOf: [{ type: 'array', items: { $ref: 'formatters.format_options' } }, { $ref: 'formatters.format_options' }],
    },
  },
}
