export const schema = {
  properties: {
    max_hotdesk_id_length: { type: 'integer', default: 10 },
    max_login_attempts: { type: 'integer', default: 3 },
    max_pin_length: { type: 'integer', default: 6 },
  },
}
