export const changes = {
  properties: {
    qrcode_initial_counter: { type: 'integer', default: 2600 },
    qrcode_issuer: { type: 'string', default: 'KAZOO' },
    qrcode_key_type: { type: 'string', default: 'totp' },
    totp_period_s: { type: 'integer', default: 30 },
  },
}
