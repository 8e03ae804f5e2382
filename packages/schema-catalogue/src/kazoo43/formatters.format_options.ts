export const schema = {
  type: 'object',
  properties: {
    direction: { type: 'string', enum: ['inbound', 'outbound', 'both'] },
    match_invite_format: { type: 'boolean' },
    prefix: { type: 'string' },
    regex: { type: 'string', format: 'regex' },
    strip: { type: 'boolean' },
    suffix: { type: 'string' },
    value: { type: 'string' },
  },
}
