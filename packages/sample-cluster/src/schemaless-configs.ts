import type { JsonObject } from '@strata/json'

/**
 * Categories for which no schema exists: those of an older release's notifications, and one of an application of the
 * operator's own. The credentials in them are invented.
 */
export const schemalessConfigs: Readonly<Record<string, JsonObject>> = {
  'acme.billing': {
    default: {
      endpoint: 'https://billing.example.net/api',
      api_key: 'invented-api-key',
      retries: 3,
      rounding: { currency: 'EUR', digits: 2 },
    },
    ams: { endpoint: 'https://billing.ams.example.net/api' },
  },
  'crossbar.callflows': { default: { default_language: 'en-us' } },
  'notification.deregister': { default: { default_to: 'noc@example.com', default_from: 'no_reply@example.com' } },
  'notification.low_balance': {
    default: { default_from: 'billing@example.com', threshold: 5, crawl_for_low_balance: true },
  },
  'notification.new_account': {
    default: { default_from: 'no_reply@example.com', default_subject: 'Your account is ready' },
  },
  'notification.password_recovery': { default: { default_from: 'no_reply@example.com' } },
  'notification.port_request': {
    default: { default_to: ['ports@example.com', 'noc@example.com'], smtp_password: 'invented-smtp-password' },
  },
}
