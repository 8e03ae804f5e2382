export const schema = {
  properties: {
    application_timeout: { type: 'integer', default: 500000 },
    collect_timeout: { type: 'integer', default: 60000 },
    message_timeout: { type: 'integer', default: 60000 },
  },
}
