export const changes = {
  properties: {
    auth_modules: {
      default: {
        cb_api_auth: { scopes: ['crossbar'] },
        cb_auth: { scopes: ['crossbar'] },
        cb_conference_auth: {
          enabled: true,
          log_failed_attempts: true,
          log_successful_attempts: false,
          scopes: ['crossbar'],
          token_auth_expiry_s: 3600,
        },
        cb_desktop_auth: {
          enabled: true,
          log_failed_attempts: true,
          log_successful_attempts: true,
          scopes: ['crossbar'],
          token_auth_expiry_s: 3600,
        },
        cb_ip_auth: { scopes: ['crossbar'] },
        cb_user_auth: { scopes: ['crossbar'] },
      },
      properties: {
        cb_conference_auth: { $ref: 'auth_module_config' },
        cb_desktop_auth: { $ref: 'auth_module_config' },
      },
    },
    available_auth_methods: { default: ['cb_user_auth', 'cb_api_auth', 'cb_auth', 'cb_ip_auth', 'cb_desktop_auth'] },
    lock_account_on_failed_attempts: { type: 'boolean', default: false },
  },
}
