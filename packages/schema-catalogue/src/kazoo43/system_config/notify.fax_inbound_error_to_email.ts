export const schema = {
  properties: {
    default_enabled: { type: 'boolean', default: false },
    filter_error_codes: { type: 'array', default: ['0', '49'], items: { type: 'string' } },
  },
}
