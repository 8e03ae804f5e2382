export const changes = {
  properties: {
    driver: { default: 'kazoo_couch' },
    settings: { properties: { credentials: { properties: { password: { type: 'string' } } } } },
  },
}
