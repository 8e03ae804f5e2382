export const schema = {
  properties: {
    default_to: { default: '', oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    enable_email_alerts: { type: 'boolean', default: true },
    html_content_transfer_encoding: { type: 'string', default: '7BIT' },
    subscriber_url: { type: 'string' },
    text_content_transfer_encoding: { type: 'string', default: '7BIT' },
  },
}
