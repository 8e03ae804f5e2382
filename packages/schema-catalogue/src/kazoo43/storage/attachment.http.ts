/** Departs from KAZOO in one fact: an absent `verb` means `post`, as the API document says. */
export const schema = {
  type: 'object',
  required: ['handler', 'settings'],
  properties: {
    handler: { type: 'string', enum: ['http'] },
    settings: {
      type: 'object',
      required: ['url'],
      properties: {
        base64_encode_data: { type: 'boolean', default: false },
        send_multipart: { type: 'boolean' },
        url: { type: 'string', 'kazoo-validation': true },
        verb: { type: 'string', default: 'post', enum: ['post', 'put'] },
      },
    },
  },
}
