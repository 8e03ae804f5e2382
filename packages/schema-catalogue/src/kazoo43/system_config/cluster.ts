export const schema = {
  properties: {
    cluster_id: { type: 'string' },
    zones: { type: 'object', default: {} },
  },
}
