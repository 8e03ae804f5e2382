export const schema = {
  properties: {
    default_multi_factor_provider: { type: 'string', default: 'duo' },
    secret_for_user_signature: { type: 'string' },
    system_key: { type: 'string' },
  },
}
