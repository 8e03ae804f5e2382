export const changes = {
  properties: {
    cdr_handler: { type: 'string', default: 'cdr_report' },
    ignore_reorder_reasons: {
      type: 'array',
      default: [],
      items: { type: 'string', enum: ['known_number', 'unknown_number'] },
    },
  },
}
