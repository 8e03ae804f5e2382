export const schema = {
  properties: {
    base_salt: { type: 'string', default: '' },
    base_url: { type: 'string', default: 'https://packages.2600hz.com/commland/misc/compatibility' },
    base_version: { type: 'string', default: '5.1' },
  },
}
