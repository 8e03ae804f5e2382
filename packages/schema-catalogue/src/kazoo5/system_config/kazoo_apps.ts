export const schema = {
  properties: { dns_cache_size: { type: 'integer', default: 10000 } },
}
