export const schema = {
  properties: {
    startup_parsers: { type: 'object', default: {} },
  },
}
