export const schema = {
  properties: {
    connector: {
      properties: {
        connections: { type: 'object' },
      },
    },
    onnet_listeners: { type: 'integer', default: 1 },
  },
}
