import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarCommland: KazooSchema = {
  _id: 'system_config.crossbar.commland',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    base_salt: { type: 'string', default: '' },
    base_url: { type: 'string', default: 'https://packages.2600hz.com/commland/misc/compatibility' },
    base_version: { type: 'string', default: '5.1' },
  },
}
