export const schema = {
  type: 'object',
  properties: {
    enabled: { type: 'boolean' },
    log_failed_attempts: { type: 'boolean' },
    log_successful_attempts: { type: 'boolean' },
    multi_factor: {
      type: 'object',
      properties: {
        account_id: { type: 'string' },
        configuration_id: { type: 'string' },
        enabled: { type: 'boolean' },
        include_subaccounts: { type: 'boolean' },
      },
      additionalProperties: false,
    },
    token_auth_expiry_s: { type: 'integer' },
  },
}
