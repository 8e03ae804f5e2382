export const schema = {
  properties: {
    'User-Agents': { type: 'object', default: {} },
    apple: {
      type: 'object',
      default: {},
      properties: {
        apns_topic: { type: 'string' },
        certificate: { type: 'string' },
        enabled: { type: 'boolean', default: true },
        headers: { type: 'object', default: {} },
        host: { type: 'string', default: 'api.push.apple.com' },
      },
    },
    firebase: {
      type: 'object',
      default: {},
      properties: {
        api_key: { type: 'string' },
        enabled: { type: 'boolean', default: true },
        headers: { type: 'object', default: {} },
      },
    },
  },
}
