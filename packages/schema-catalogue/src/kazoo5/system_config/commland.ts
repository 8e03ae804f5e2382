import type { KazooSchema } from '../../kazoo-schema.ts'

export const commland: KazooSchema = {
  _id: 'system_config.commland',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    base_url: { type: 'string', default: 'https://packages.2600hz.com/commland/compatibility' },
    base_version: { type: 'string', default: '5.1' },
  },
}
