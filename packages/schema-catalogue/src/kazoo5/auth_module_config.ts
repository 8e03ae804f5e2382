export const changes = {
  properties: { scopes: { type: 'array', default: [], items: { type: 'string' } } },
}
