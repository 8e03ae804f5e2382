export const schema = {
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
