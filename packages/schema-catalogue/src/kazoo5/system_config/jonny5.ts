export const changes = {
  properties: {
    bypass_authz_classifiers: {
      type: 'array',
      default: [{ classifier: 'emergency' }, { classifier: 'tollfree_us', direction: 'outbound' }],
      items: { type: 'object' },
    },
  },
}
