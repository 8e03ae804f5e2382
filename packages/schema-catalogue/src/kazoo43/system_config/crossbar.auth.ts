export const schema = {
  properties: {
    auth_modules: {
      type: 'object',
      default: {
        cb_api_auth: {
          enabled: true,
          log_failed_attempts: true,
          log_successful_attempts: false,
          token_auth_expiry_s: 3600,
        },
        cb_auth: {
          enabled: true,
          log_failed_attempts: true,
          log_successful_attempts: false,
          token_auth_expiry_s: 3600,
        },
        cb_ip_auth: {
          enabled: true,
          log_failed_attempts: true,
          log_successful_attempts: false,
          token_auth_expiry_s: 3600,
        },
        cb_user_auth: {
          enabled: true,
          log_failed_attempts: true,
          log_successful_attempts: true,
          token_auth_expiry_s: 3600,
        },
      },
      properties: {
        cb_api_auth: { $ref: 'auth_module_config' },
        cb_auth: { $ref: 'auth_module_config' },
        cb_ip_auth: { $ref: 'auth_module_config' },
        cb_user_auth: { $ref: 'auth_module_config' },
      },
      additionalProperties: false,
    },
    available_auth_methods: {
      type: 'array',
      default: ['cb_user_auth', 'cb_api_auth', 'cb_auth', 'cb_ip_auth'],
      items: { type: 'string' },
    },
    basic_auth_type: { type: 'string', default: 'md5', enum: ['md5', 'sha'] },
    log_failed_attempts: { type: 'boolean', default: false },
    log_failed_login_attempts: { type: 'boolean', default: false },
    log_successful_attempts: { type: 'boolean', default: false },
    token_auth_expiry_s: { type: 'integer', default: 3600 },
  },
}
