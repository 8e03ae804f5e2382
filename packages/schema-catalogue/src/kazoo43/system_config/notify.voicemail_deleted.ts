export const schema = {
  properties: {
    html_content_transfer_encoding: { type: 'string', default: '7BIT' },
    text_content_transfer_encoding: { type: 'string', default: '7BIT' },
  },
}
