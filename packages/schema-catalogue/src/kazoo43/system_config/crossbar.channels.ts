import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarChannels: KazooSchema = {
  _id: 'system_config.crossbar.channels',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    system_wide_channels_list: { type: 'boolean', default: false },
  },
}
