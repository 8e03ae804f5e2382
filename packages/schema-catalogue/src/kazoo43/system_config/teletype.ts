export const schema = {
  properties: {
    iterate_over_bcc: { type: 'boolean', default: true },
    notice_enabled_by_default: { type: 'boolean', default: true },
    render_farm_workers: { type: 'integer', default: 50 },
  },
}
