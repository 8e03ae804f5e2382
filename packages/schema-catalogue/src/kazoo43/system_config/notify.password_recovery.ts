export const schema = {
  properties: {
    default_to: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    html_content_transfer_encoding: { type: 'string', default: '7BIT' },
    text_content_transfer_encoding: { type: 'string', default: '7BIT' },
  },
}
