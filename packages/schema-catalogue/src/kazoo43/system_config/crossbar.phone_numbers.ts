export const schema = {
  properties: {
    default_country: { type: 'string', default: 'US' },
    phonebook_url: { type: 'string' },
  },
}
