export const schema = {
  properties: {
    callfwd_number_timeout: { type: 'integer', default: 8000 },
    keys: {
      properties: {
        menu_change_number: { type: 'string', default: '2' },
        menu_toggle_option: { type: 'string', default: '1' },
      },
    },
    max_callfwd_number_length: { type: 'integer', default: 20 },
    min_callfwd_number_length: { type: 'integer', default: 3 },
  },
}
