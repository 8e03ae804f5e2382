export const schema = {
  properties: {
    min_greeting_length: { type: 'integer', default: 1500 },
  },
}
