export const schema = {
  properties: {
    event_listeners: { type: 'integer', default: 5 },
  },
}
