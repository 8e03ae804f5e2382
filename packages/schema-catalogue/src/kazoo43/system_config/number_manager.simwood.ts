export const schema = {
  properties: {
    auth_password: { type: 'string', default: '' },
    auth_username: { type: 'string', default: '' },
    numbers_api_url: { type: 'string', default: 'https://api.simwood.com/v3/numbers' },
    simwood_account_id: { type: 'string', default: '' },
  },
}
