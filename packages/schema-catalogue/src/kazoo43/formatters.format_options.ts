import type { KazooSchema } from '../kazoo-schema.ts'

export const formattersFormatOptions: KazooSchema = {
  _id: 'formatters.format_options',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    direction: { type: 'string', enum: ['inbound', 'outbound', 'both'] },
    match_invite_format: { type: 'boolean' },
    prefix: { type: 'string' },
    regex: { type: 'string', format: 'regex' },
    strip: { type: 'boolean' },
    suffix: { type: 'string' },
    value: { type: 'string' },
  },
}
