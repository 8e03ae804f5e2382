export const schema = {
  properties: {
    api_uri: { type: 'string', default: 'http://api.vitelity.net/api.php' },
    routesip: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    use_stepswitch_cnam: { type: 'boolean', default: false },
  },
}
