export const schema = {
  properties: {
    default_country: { type: 'string', default: 'US' },
    endpoints: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    phonebook_url: { type: 'string' },
  },
}
