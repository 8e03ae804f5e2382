export const schema = {
  properties: {
    _: { type: 'object' },
    default_priv_level: { type: 'string', default: 'admin' },
  },
}
