export const schema = {
  properties: {
    base_url: { type: 'string', default: 'https://packages.2600hz.com/commland/compatibility' },
    base_version: { type: 'string', default: '5.1' },
  },
}
