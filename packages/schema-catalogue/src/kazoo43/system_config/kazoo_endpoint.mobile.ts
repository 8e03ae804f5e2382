export const schema = {
  properties: {
    codecs: { type: 'array', default: ['PCMU'], items: { type: 'string' } },
    create_sip_endpoint: { type: 'boolean', default: false },
    custom_sip_interface: { type: 'string' },
    formatter: { type: 'string', default: '^\\+?1?([2-9][0-9]{2}[2-9][0-9]{6})$' },
    path: { type: 'string', default: '' },
    prefix: { type: 'string', default: '' },
    realm: { type: 'string', default: 'mobile.k.zswitch.net' },
    sms: {
      properties: {
        connections: {
          type: 'object',
          default: { default: { exchange: 'sms', options: { passive: true }, route: 'sprint', type: 'topic' } },
        },
      },
    },
    sms_interface: { type: 'string', default: 'amqp' },
    suffix: { type: 'string', default: '' },
  },
}
