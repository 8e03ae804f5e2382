export const schema = {
  properties: {
    voicemail: { $ref: 'voicemail_keys' },
  },
}
