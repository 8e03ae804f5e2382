export const schema = {
  properties: {
    cdr_stale_view: { type: 'boolean', default: false },
    maximum_bulk: { type: 'integer', default: 50, minimum: 1 },
    maximum_range: { type: 'integer', default: 2682000, minimum: 1 },
    should_filter_empty_strings: { type: 'boolean', default: false },
  },
}
