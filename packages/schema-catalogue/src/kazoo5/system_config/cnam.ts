export const changes = { properties: { cache_mode: { type: 'string', default: 'fetch' } } }
