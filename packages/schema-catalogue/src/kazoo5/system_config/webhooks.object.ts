export const schema = {
  properties: {
    include_fields: {
      type: 'object',
      properties: {
        default: { type: 'array', default: ['pvt_auth_account_id', 'pvt_auth_user_id'], items: { type: 'string' } },
      },
      patternProperties: { '.+': { type: 'array', default: [], items: { type: 'string' } } },
    },
  },
}
