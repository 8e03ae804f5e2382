export const schema = {
  properties: { api_key: { type: 'string' }, secret: { type: 'string', default: '' } },
}
