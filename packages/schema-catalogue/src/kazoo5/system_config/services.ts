export const changes = {
  properties: { days_to_ignore_standing_failures: { type: 'integer', default: 0 }, entitlements: { type: 'object' } },
}
