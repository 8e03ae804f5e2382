export const schema = {
  properties: {
    bill_early_enabled: { type: 'boolean', default: false },
    how_many_early_days: { type: 'integer', default: 5 },
    reminder_enabled: { type: 'boolean', default: false },
  },
}
