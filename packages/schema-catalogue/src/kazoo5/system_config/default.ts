export const schema = {
  properties: {
    max_upload_size: { type: 'integer', default: 20 },
    smtp_max_msg_size: { type: 'integer', default: 20 },
  },
}
