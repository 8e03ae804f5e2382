export const schema = {
  properties: {
    enabled: { type: 'boolean', default: false },
    phonebook_url: { type: 'string' },
  },
}
