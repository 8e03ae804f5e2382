export const schema = {
  properties: {
    allow_subaccounts_for_direct: { type: 'boolean', default: true },
    default_timezone: { type: 'string', default: 'America/Los_Angeles' },
    master_account_id: { type: 'string' },
  },
}
