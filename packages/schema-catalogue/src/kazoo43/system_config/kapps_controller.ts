import type { KazooSchema } from '../../kazoo-schema.ts'

export const kappsController: KazooSchema = {
  _id: 'system_config.kapps_controller',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    kapps: {
      type: 'array',
      default: [
        'blackhole',
        'callflow',
        'cdr',
        'conference',
        'crossbar',
        'fax',
        'hangups',
        'media_mgr',
        'milliwatt',
        'omnipresence',
        'pivot',
        'registrar',
        'reorder',
        'stepswitch',
        'sysconf',
        'teletype',
        'trunkstore',
        'webhooks',
      ],
      items: { type: 'string' },
    },
  },
}
