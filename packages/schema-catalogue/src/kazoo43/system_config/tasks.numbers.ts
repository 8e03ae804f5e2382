export const schema = {
  properties: {
    db_page_size: { type: 'integer', default: 1000 },
    import_defaults_to_carrier: { type: 'string', default: 'knm_local' },
  },
}
